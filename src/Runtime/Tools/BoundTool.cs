using System.Text;
using System.Text.Json;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>A function of generated code, with the object whose method it is.</summary>
/// <param name="tool">The function.</param>
/// <param name="target">The object; <see langword="null"/> where methods are static.</param>
internal sealed class BoundTool(PromptTool tool, object? target) : ToolFunction
{
    private static readonly JsonElement NoParameters = Parse("{\"type\":\"object\",\"properties\":{}}"u8);

    internal PromptTool Tool => tool;

    public override string Name => tool.Name;

    public override string? Description => tool.Description;

    public override JsonElement ParametersSchema { get; } = tool.Parameters is { } parameters ? Parse(parameters.JsonSchema) : NoParameters;

    public override JsonElement? ResultSchema { get; } = tool.Result is { } result ? Parse(result.JsonSchema) : null;

    public override bool RequiresApproval => tool.RequiresApproval;

    public override async ValueTask<JsonElement?> InvokeAsync(JsonElement arguments, IServiceProvider? services, CancellationToken cancellationToken)
    {
        ToolInvocation call = new(tool.Name, Encoding.UTF8.GetBytes(arguments.GetRawText()), [target], services, cancellationToken);
        return await call.RunAsync(tool).ConfigureAwait(false) is { } result ? Parse(result) : null;
    }

    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        return JsonElement.ParseValue(ref reader);
    }
}
