using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Bytes that go into a request, followed back to where they come from.</summary>
/// <param name="Place">The operation that reads or makes them.</param>
/// <param name="MimeType">Their type, where a constant says it.</param>
/// <param name="Source">What they are.</param>
/// <param name="Length">How many they are, where a constant says it.</param>
internal readonly record struct InlineBytes(IOperation Place, string? MimeType, BytesSource Source, long? Length)
{
    /// <summary>The data of every inline part of a request.</summary>
    public static IEnumerable<InlineBytes> In(RequestValue body, ValueFlow flow)
    {
        foreach ((string? name, RequestValue value) in body.Descend())
        {
            if (WireName.Is(name, "inlinedata") && value.Find("data")?.Operation is { } data)
            {
                yield return Of(data, value.Find("mimetype")?.Constant as string, flow);
            }
        }
    }

    /// <summary>Follows bytes, or their base64.</summary>
    public static InlineBytes Of(IOperation data, string? mimeType, ValueFlow flow)
    {
        IOperation origin = flow.Trace(data);
        if (origin is IInvocationOperation { TargetMethod: { Name: "ToBase64String", ContainingType.Name: "Convert" }, Arguments: [{ } bytes, ..] })
        {
            origin = flow.Trace(bytes.Value);
        }

        return origin switch
        {
            IInvocationOperation { TargetMethod: { Name: "ReadAllBytes" or "ReadAllBytesAsync", ContainingType: { Name: "File" } } } => new InlineBytes(origin, mimeType, BytesSource.File, null),
            IInvocationOperation { TargetMethod: { Name: "ToArray" or "GetBuffer", ContainingType.Name: "MemoryStream" }, Instance: ILocalReferenceOperation stream } when IsFilledFromStream(stream)
                => new InlineBytes(origin, mimeType, BytesSource.Stream, null),
            IArrayCreationOperation { DimensionSizes: [{ } size] } when LengthOf(size) is { } length => new InlineBytes(origin, mimeType, BytesSource.Made, length),
            IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType.Name: "RandomNumberGenerator" }, Arguments: [{ } count] } when LengthOf(count.Value) is { } length
                => new InlineBytes(origin, mimeType, BytesSource.Made, length),
            _ => new InlineBytes(origin, mimeType, BytesSource.Unknown, null),
        };
    }

    private static long? LengthOf(IOperation value) => value.ConstantValue switch
    {
        { HasValue: true, Value: int number } => number,
        { HasValue: true, Value: long number } => number,
        _ => null,
    };

    // "await file.CopyToAsync(memory)": all of it.
    private static bool IsFilledFromStream(ILocalReferenceOperation stream)
    {
        foreach (SyntaxNode node in ValueFlow.ScopeOf(stream.Syntax).DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CopyTo" or "CopyToAsync" }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax target }, ..] }
                && target.Identifier.ValueText == stream.Local.Name)
            {
                return true;
            }
        }

        return false;
    }
}
