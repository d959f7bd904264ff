import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('langchain4j', () => {
  it('annotations of an interface, whose lists are lines, and tools', async () => {
    const source = `package harbour;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.service.*;

interface Master {
  @SystemMessage({"You run a harbour.", "You name " + "one berth."})
  @UserMessage("Find a berth for {{ship}}.")
  String berth(@V("ship") String ship);
}

class Tides {
  @Tool("Looks up the tide of a day.")
  String tide(@P("the day, as a date") String day) { return "high"; }
}`;
    assert.deepEqual(await found('harbour/Master.java', source), [
      'system langchain4j -: You run a harbour.\nYou name one berth.',
      'user langchain4j -: Find a berth for {ship}.',
      'tool-description langchain4j -: Looks up the tide of a day.',
      'tool-description langchain4j -: the day, as a date',
    ]);
  });

  it('messages that are put together and sent to a model that was built', async () => {
    const source = `import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.openai.OpenAiChatModel;
import static dev.langchain4j.model.openai.OpenAiChatModelName.GPT_4_O_MINI;

class Desk {
  private final OpenAiChatModel model = OpenAiChatModel.builder().apiKey(KEY).modelName(GPT_4_O_MINI).build();

  String ask(String ship) {
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(SystemMessage.from("You run a harbour."));
    messages.add(UserMessage.from(String.format("Find a berth for %s.", ship)));
    return model.chat(messages).aiMessage().text();
  }
}`;
    assert.deepEqual(await found('harbour/Desk.java', source), [
      'system langchain4j gpt-4o-mini: You run a harbour.',
      'user langchain4j gpt-4o-mini: Find a berth for {ship}.',
    ]);
    assert.deepEqual(await calls('harbour/Desk.java', source), ['langchain4j gpt-4o-mini -: system user']);
  });
});

describe('Spring AI', () => {
  const desk = (body: string) => `package harbour;
import org.springframework.ai.chat.client.ChatClient;

class Desk {
  private final ChatClient chatClient;
  Desk(ChatClient.Builder builder) {
    this.chatClient = builder.defaultSystem("You run a harbour.").build();
  }
  String ask(String ship) {
    ${body}
  }
}`;

  it('what is set on a client, in a row and in a function', async () => {
    const source = desk(`return chatClient.prompt()
      .system("You answer in one sentence.")
      .user(u -> u.text("Find a berth for {ship}.").param("ship", ship))
      .call().content();`);
    assert.deepEqual(await found('harbour/Desk.java', source), [
      'system spring-ai -: You run a harbour.',
      'system spring-ai -: You answer in one sentence.',
      'user spring-ai -: Find a berth for {ship}.',
    ]);
    assert.deepEqual(await calls('harbour/Desk.java', source), ['spring-ai - -: system user']);
  });

  it('templates and messages', async () => {
    const source = `import java.util.List;
import org.springframework.ai.chat.messages.*;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.*;

class Desk {
  ChatModel chatModel;
  String ask(String ship) {
    var rules = new SystemPromptTemplate("You run the harbour of {town}.").createMessage(Map.of("town", "Brest"));
    return chatModel.call(new Prompt(List.of(rules, new UserMessage("Find a berth for " + ship)))).getResult();
  }
}`;
    assert.deepEqual(await found('harbour/Desk.java', source), [
      'system spring-ai -: You run the harbour of {town}.',
      'user spring-ai -: Find a berth for {ship}',
    ]);
  });

  it('is not every method called user', async () => {
    const source = `import org.example.Form;
class Login { void fill(Form form) { form.user("You must enter your name.").system("Please choose a system").call(); } }`;
    assert.deepEqual(await found('harbour/Login.java', source), []);
  });
});

describe('the providers’ clients in Java', () => {
  it('OpenAI, with a request that is built before', async () => {
    const source = `import com.openai.client.OpenAIClient;
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

class Desk {
  String ask(OpenAIClient client, String ship) {
    var params = ChatCompletionCreateParams.builder()
        .model(ChatModel.GPT_4_1_MINI).maxCompletionTokens(200L)
        .addSystemMessage("You run a harbour.").addUserMessage("Find a berth for " + ship + ".")
        .addUserMessage("Name the tide.")
        .build();
    return client.chat().completions().create(params).choices().get(0).message().content().orElse("");
  }
}`;
    assert.deepEqual(await found('harbour/Desk.java', source), [
      'system openai gpt-4.1-mini: You run a harbour.',
      'user openai gpt-4.1-mini: Find a berth for {ship}.',
      'user openai gpt-4.1-mini: Name the tide.',
    ]);
    assert.deepEqual(await calls('harbour/Desk.java', source), ['openai gpt-4.1-mini 200: system user user']);
  });

  it('Anthropic', async () => {
    const source = `import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.*;

class Desk {
  private static final String RULES = """
      You run a harbour.
      You name one berth.""";

  Message ask(AnthropicClient client, String ship) {
    return client.messages().create(MessageCreateParams.builder().model("claude-sonnet-4-5").maxTokens(300L)
        .system(RULES).addUserMessage("Find a berth for %s.".formatted(ship)).build());
  }
}`;
    assert.deepEqual(await found('harbour/Desk.java', source), [
      'system anthropic claude-sonnet-4-5: You run a harbour.\nYou name one berth.',
      'user anthropic claude-sonnet-4-5: Find a berth for {ship}.',
    ]);
  });

  it('Gemini', async () => {
    const source = `import com.google.genai.Client;
import com.google.genai.types.*;

class Desk {
  String ask(Client client, String ship) {
    var config = GenerateContentConfig.builder()
        .systemInstruction(Content.fromParts(Part.fromText("You run a harbour."))).build();
    return client.models.generateContent("gemini-2.5-flash", "Find a berth for " + ship, config).text();
  }
}`;
    assert.deepEqual(await found('harbour/Desk.java', source), [
      'system google gemini-2.5-flash: You run a harbour.',
      'user google gemini-2.5-flash: Find a berth for {ship}',
    ]);
  });
});

describe('Semantic Kernel in Java', () => {
  it('chats, templates, agents and what is said of functions', async () => {
    const source = `package harbour;
import com.microsoft.semantickernel.semanticfunctions.KernelFunction;
import com.microsoft.semantickernel.semanticfunctions.annotations.DefineKernelFunction;
import com.microsoft.semantickernel.semanticfunctions.annotations.KernelFunctionParameter;
import com.microsoft.semantickernel.services.chatcompletion.*;

class Desk {
  @DefineKernelFunction(name = "tide", description = "Looks up the tide of a day.")
  String tide(@KernelFunctionParameter(name = "day", description = "the day, as a date") String day) { return "high"; }

  ChatHistory open() {
    ChatHistory chat = new ChatHistory("You run a harbour.");
    chat.addUserMessage("Find a berth.");
    return chat;
  }

  KernelFunction<String> plan() {
    return KernelFunction.<String>createFromPrompt("Plan the day of {{pilot}}.").withTemplateFormat("handlebars").build();
  }
}`;
    assert.deepEqual(await found('harbour/Desk.java', source), [
      'tool-description semantic-kernel -: Looks up the tide of a day.',
      'tool-description semantic-kernel -: the day, as a date',
      'system semantic-kernel -: You run a harbour.',
      'user semantic-kernel -: Find a berth.',
      'template semantic-kernel -: Plan the day of {pilot}.',
    ]);
  });
});

describe('a body of Java that is written as maps', () => {
  it('has the model that it names beside its messages', async () => {
    const source = `package harbour;
import java.util.*;
class Desk {
  Map<String, Object> body(String ship) {
    return Map.of("model", "gpt-4o", "messages", List.of(
        Map.of("role", "system", "content", "You run a harbour and answer in one line."),
        Map.of("role", "user", "content", "Find a berth for " + ship + ".")));
  }
}`;
    assert.deepEqual(await found('harbour/Desk.java', source), [
      'system - gpt-4o: You run a harbour and answer in one line.',
      'user - gpt-4o: Find a berth for {ship}.',
    ]);
  });
});
