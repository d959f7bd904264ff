use async_openai::{
    types::{
        ChatCompletionRequestSystemMessageArgs, ChatCompletionRequestUserMessageArgs,
        CreateChatCompletionRequestArgs, CreateChatCompletionResponse,
    },
    Client,
};

const MODEL: &str = "gpt-4o-mini";

pub async fn answer(question: &str) -> Result<CreateChatCompletionResponse, Box<dyn std::error::Error>> {
    let client = Client::new();
    client
        .chat()
        .create(
            CreateChatCompletionRequestArgs::default()
                .model(MODEL)
                .max_tokens(300u32)
                .messages([
                    ChatCompletionRequestSystemMessageArgs::default()
                        .content("You are a baker.")
                        .build()?
                        .into(),
                    ChatCompletionRequestUserMessageArgs::default()
                        .content(format!("A customer asks: {question}"))
                        .build()?
                        .into(),
                ])
                .build()?,
        )
        .await
        .map_err(Into::into)
}
