using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace GeminiGen;

/// <summary>A function of <c>Microsoft.Extensions.AI</c> as one of ours.</summary>
/// <param name="function">The function.</param>
/// <param name="name">The name the model calls it by.</param>
internal sealed class AIToolFunction(AIFunction function, string name) : ToolFunction
{
    public override string Name => name;

    public override string? Description => function.Description is { Length: > 0 } description ? description : null;

    public override JsonElement ParametersSchema => function.JsonSchema;

    public override JsonElement? ResultSchema => function.ReturnJsonSchema;

    public override bool RequiresApproval => function.GetService<ApprovalRequiredAIFunction>() is not null;

    public override async ValueTask<JsonElement?> InvokeAsync(JsonElement arguments, IServiceProvider? services, CancellationToken cancellationToken)
    {
        AIFunctionArguments values = new() { Services = services };
        foreach (JsonProperty argument in arguments.EnumerateObject())
        {
            values[argument.Name] = argument.Value;
        }

        return ToJson(await function.InvokeAsync(values, cancellationToken).ConfigureAwait(false));
    }

    private JsonElement? ToJson(object? result) => result switch
    {
        null => null,
        JsonElement json => json,
        TextContent text => JsonSerializer.SerializeToElement(text.Text, TypeInfo(typeof(string))),
        _ => JsonSerializer.SerializeToElement(result, TypeInfo(result.GetType())),
    };

    private JsonTypeInfo TypeInfo(Type type) => function.JsonSerializerOptions.GetTypeInfo(type);
}
