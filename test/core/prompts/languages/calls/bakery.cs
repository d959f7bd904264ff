using System.Collections.Generic;
using System.Threading.Tasks;
using Betalgo.Ranul.OpenAI.Interfaces;
using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;
using Betalgo.Ranul.OpenAI.ObjectModels.ResponseModels;

class Bakery(IOpenAIService client)
{
    private const string Model = "gpt-4o-mini";

    public Task<ChatCompletionCreateResponse> Answer(string question) =>
        client.ChatCompletion.CreateCompletion(new ChatCompletionCreateRequest
        {
            Model = Model,
            MaxTokens = 300,
            Messages = new List<ChatMessage>
            {
                ChatMessage.FromSystem("You are a baker."),
                ChatMessage.FromUser($"A customer asks: {question}"),
            },
        });
}
