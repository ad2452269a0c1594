using System.Text.Json;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Cloud;

/// <summary><c>:generateContent</c> and <c>:streamGenerateContent</c> by Google Cloud's path, which looks at the token first and has fields of its own.</summary>
internal sealed class CloudGenerateEndpoint(AnswerService answers, Credentials credentials, GeminiEmulatorOptions options) : GenerateEndpoint(answers, credentials, options)
{
    private readonly Credentials _credentials = credentials;

    protected override JsonElement ReadBody(Exchange exchange)
    {
        _credentials.ThrowIfRefusedByCloud(exchange);
        JsonElement body = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), WireMessages.CloudGenerateContentRequest);
        return body;
    }
}
