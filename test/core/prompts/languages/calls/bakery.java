import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

class Bakery {
  private static final String MODEL = "gpt-4o-mini";
  private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

  ChatCompletion answer(String question) {
    return client.chat().completions().create(ChatCompletionCreateParams.builder()
        .model(MODEL)
        .maxCompletionTokens(300)
        .addSystemMessage("You are a baker.")
        .addUserMessage("A customer asks: " + question)
        .build());
  }
}
