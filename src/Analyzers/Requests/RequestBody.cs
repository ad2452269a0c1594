using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Requests;

/// <summary>The body of a request that is sent by hand, as far as the file shows how it is made.</summary>
/// <param name="Value">The body.</param>
/// <param name="Source">The expression that makes it.</param>
/// <param name="Form">How the names of members are written.</param>
/// <param name="IsText">True when the source writes JSON itself.</param>
internal sealed record RequestBody(BodyValue Value, ExpressionSyntax Source, NameForm Form, bool IsText)
{
    private const int LongestWay = 12;

    /// <summary>Reads the body of a call; null where the file does not show it.</summary>
    public static RequestBody? Read(ModelCall call, CancellationToken cancellationToken)
    {
        var values = new SourceValues(call.Model, cancellationToken);
        (ExpressionSyntax? body, NameForm form) = ContentOf(call, values);
        for (int i = 0; i < LongestWay && body is not null; i++)
        {
            body = AnswerStep.Unwrap(body);
            if (Serialized(body) is { } serialized)
            {
                (body, form) = serialized;
                continue;
            }

            var reader = new BodyReader(call.Model, values, form, cancellationToken);
            if (reader.Read(body) is { } value)
            {
                return new RequestBody(value, body, form, BodyReader.IsText(body));
            }

            body = Inner(body) ?? (body is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax ? values.Find(body) : null);
        }

        return null;
    }

    // What a method sends: a value, a content, or the content of a message.
    private static (ExpressionSyntax? Body, NameForm Form) ContentOf(ModelCall call, SourceValues values)
    {
        foreach (IArgumentOperation argument in call.Operation.Arguments)
        {
            if (argument.Value.Syntax is ExpressionSyntax given)
            {
                switch (argument.Parameter?.Name)
                {
                    case "value":
                        return (given, HasOptions(call.Syntax) ? NameForm.Unknown : NameForm.Camel);
                    case "content":
                        return (given, NameForm.AsWritten);
                    case "request":
                        return (ContentOfMessage(given, values), NameForm.AsWritten);
                }
            }
        }

        return default;
    }

    private static bool HasOptions(InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments.Skip(2).Any(static argument => argument.Expression.ToString() is var text && (text.IndexOf("ption", StringComparison.Ordinal) >= 0 || text.IndexOf("ontext", StringComparison.Ordinal) >= 0));

    // "new HttpRequestMessage { Content = … }" or "message.Content = …".
    private static ExpressionSyntax? ContentOfMessage(ExpressionSyntax message, SourceValues values)
    {
        ExpressionSyntax at = AnswerStep.Unwrap(message);
        if (at is IdentifierNameSyntax name
            && AnswerChecks.MemberOf(name)?.DescendantNodes().OfType<AssignmentExpressionSyntax>().FirstOrDefault(assignment =>
                assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Content", Expression: IdentifierNameSyntax owner } && owner.Identifier.ValueText == name.Identifier.ValueText) is { } set)
        {
            return set.Right;
        }

        ExpressionSyntax? made = at is BaseObjectCreationExpressionSyntax ? at : values.Find(at);
        return (made as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(static assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "Content" })?.Right;
    }

    // "JsonSerializer.Serialize(body)", "JsonConvert.SerializeObject(body)", "JsonContent.Create(body)", "node.ToJsonString()".
    private static (ExpressionSyntax Body, NameForm Form)? Serialized(ExpressionSyntax expression)
    {
        if (expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call)
        {
            return null;
        }

        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        NameForm form = arguments.Count > 1 ? NameForm.Unknown : NameForm.AsWritten;
        return (member.Expression.ToString().Split('.').Last(), member.Name.Identifier.ValueText) switch
        {
            ("JsonSerializer", "Serialize" or "SerializeToUtf8Bytes" or "SerializeToNode" or "SerializeToElement") when arguments.Count > 0 => (arguments[0].Expression, form),
            ("JsonConvert", "SerializeObject") when arguments.Count > 0 => (arguments[0].Expression, arguments.Count > 1 && arguments[1].Expression.ToString().StartsWith("Formatting.", StringComparison.Ordinal) && arguments.Count == 2 ? NameForm.AsWritten : form),
            ("JsonContent", "Create") when arguments.Count > 0 => (arguments[0].Expression, arguments.Count > 1 ? NameForm.Unknown : NameForm.Camel),
            ("JObject" or "JToken" or "JArray", "FromObject") when arguments.Count > 0 => (arguments[0].Expression, form),
            _ when member.Name.Identifier.ValueText == "ToJsonString" => (member.Expression, NameForm.AsWritten),
            _ when member.Name.Identifier.ValueText == "ToString" && member.Expression is SimpleNameSyntax => (member.Expression, NameForm.AsWritten),
            _ => null,
        };
    }

    // "new StringContent(text, …)", "Encoding.UTF8.GetBytes(text)".
    private static ExpressionSyntax? Inner(ExpressionSyntax expression) => expression switch
    {
        ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } creation when creation.Type.ToString().EndsWith("Content", StringComparison.Ordinal) => arguments[0].Expression,
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments, Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } }
            when declaration.Type.ToString().EndsWith("Content", StringComparison.Ordinal) => arguments[0].Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes" }, ArgumentList.Arguments: { Count: 1 } arguments } => arguments[0].Expression,
        _ => null,
    };
}
