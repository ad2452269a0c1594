using System.Text.RegularExpressions;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Requests;

/// <summary>A request that is sent by hand.</summary>
/// <param name="Address">Its address, as far as it is known.</param>
/// <param name="Body">Its body; null when nothing is known of it.</param>
/// <param name="NamedModel">The model in the address, what is asked of it, and the place of its id; null when it is not known.</param>
internal sealed record ModelRequest(string Address, RequestValue? Body, (string Id, string Method, Location Location)? NamedModel)
{
    private static readonly Regex Model = new("models/([A-Za-z0-9.-]+):([A-Za-z]+)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The id of the model in the address; null when it is not known.</summary>
    public string? ModelId => NamedModel?.Id;

    /// <summary>Whether it is written in the format of OpenAI, which the Gemini API takes as well.</summary>
    public bool IsOpenAI => Address.IndexOf("/openai/", StringComparison.Ordinal) >= 0;

    /// <summary>Whether the answer comes in one piece; false also when that is not known.</summary>
    public bool IsAnsweredWhole => Address.IndexOf(":generateContent", StringComparison.Ordinal) >= 0;

    /// <summary>Reads the request of a call.</summary>
    public static ModelRequest Read(IInvocationOperation call, HttpSend send, ValueFlow flow, SemanticModel model, CancellationToken cancellationToken)
    {
        SpelledAddress? address = model.GetOperation(send.Address, cancellationToken) is { } where ? new AddressText(flow).Read(where) : null;
        string text = address?.Text ?? "";
        Group id = Model.Match(text).Groups[1];
        IOperation? body = FindBody(call, flow, model, cancellationToken);
        return new ModelRequest(
            text,
            body is null ? null : new RequestReader(flow).Read(body),
            id.Success && address is not null ? (id.Value, Model.Match(text).Groups[2].Value, address.LocationOf(id.Index, id.Value)) : null);
    }

    private static IOperation? FindBody(IInvocationOperation call, ValueFlow flow, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            switch (argument.Parameter?.Name)
            {
                case "content" or "value":
                    return argument.Value;
                case "request":
                    return FindContent(argument.Value, flow, model, cancellationToken);
            }
        }

        return null;
    }

    // new HttpRequestMessage(…) { Content = … }, or "message.Content = …" behind it.
    private static IOperation? FindContent(IOperation message, ValueFlow flow, SemanticModel model, CancellationToken cancellationToken)
    {
        if (flow.Trace(message) is not IObjectCreationOperation creation)
        {
            return null;
        }

        foreach (IOperation initializer in ValueFlow.InitializersOf(creation))
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Content" } } set)
            {
                return set.Value;
            }
        }

        List<ExpressionSyntax> values = [];
        if (ValueFlow.Unwrap(message) is ILocalReferenceOperation { Local.Name: { } name })
        {
            foreach (SyntaxNode node in ValueFlow.ScopeOf(message.Syntax).DescendantNodes())
            {
                if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Content", Expression: IdentifierNameSyntax owner } } assignment && owner.Identifier.ValueText == name)
                {
                    values.Add(assignment.Right);
                }
            }
        }

        return values.Count == 1 ? model.GetOperation(values[0], cancellationToken) : null;
    }
}
