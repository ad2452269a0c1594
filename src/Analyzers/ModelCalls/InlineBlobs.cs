using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>The objects in which client libraries, and contracts, take bytes.</summary>
internal static class InlineBlobs
{
    /// <summary>The types, by their metadata names: Google.GenAI, Mscc.GenerativeAI, Google_GenerativeAI.</summary>
    public static readonly IReadOnlyList<string> TypeNames =
    [
        "Google.GenAI.Types.Blob", "Mscc.GenerativeAI.InlineData", "Mscc.GenerativeAI.Types.InlineData", "GenerativeAI.Types.Blob",
    ];

    /// <summary>Whether a file may make one, by its characters.</summary>
    public static bool MayBeIn(string text)
        => text.Contains("FromBytes") || text.Contains("Blob") || text.Contains("InlineData");

    /// <summary>Whether a node may make one, by its spelling.</summary>
    public static bool IsCandidate(SyntaxNode node)
        => node is BaseObjectCreationExpressionSyntax { Initializer: not null }
            || (node is InvocationExpressionSyntax call && RetryShapes.NameOf(call) == "FromBytes");

    /// <summary>Reads the bytes of one; null for anything else.</summary>
    public static (InlineBytes Bytes, bool IsContract)? Read(IOperation operation, ValueFlow flow)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Type: { } type } creation when TypeNames.Contains(NameOf(type)):
                RequestValue blob = new RequestReader(flow).Read(creation);
                return blob.Find("data")?.Operation is { } data ? (InlineBytes.Of(data, blob.Find("mimetype")?.Constant as string, flow), false) : null;
            case IInvocationOperation { TargetMethod: { Name: "FromBytes", ContainingType: { } owner }, Arguments: [{ } bytes, ..] } call:
                string? mimeType = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "mimeType")?.Value.ConstantValue.Value as string;
                return NameOf(owner) switch
                {
                    "Google.GenAI.Types.Part" => (InlineBytes.Of(bytes.Value, mimeType, flow), false),
                    WellKnownNames.Namespace + "." + WellKnownNames.Media => (InlineBytes.Of(bytes.Value, mimeType, flow), true),
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static string NameOf(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() + "." + type.Name;
}
