using GeminiGen.Analyzers.Answers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Requests;

/// <summary>Reads the expression that makes a body: JSON text, objects without a type, dictionaries, JSON nodes, and lists of them.</summary>
internal sealed class BodyReader(SemanticModel model, SourceValues values, NameForm form, CancellationToken cancellationToken)
{
    private const int DeepestNesting = 25;

    // What is being read: a value that names itself is not read again.
    private readonly HashSet<ExpressionSyntax> _open = [];

    /// <summary>True for an expression that is text, and not a name of one.</summary>
    public static bool IsText(ExpressionSyntax expression)
        => expression is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax };

    /// <summary>The body; null where the expression shows none.</summary>
    public BodyValue? Read(ExpressionSyntax expression)
    {
        if (IsText(expression))
        {
            return JsonBodyReader.Read(JsonCharacters.Read(expression, TextOf), expression);
        }

        BodyValue value = ReadValue(expression, 0);
        return value.Members is not null || value.Items is not null ? value : null;
    }

    // What a name stands for, when it is text that is made of text.
    private ExpressionSyntax? TextOf(ExpressionSyntax name)
    {
        ExpressionSyntax? value = model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol or IFieldSymbol ? values.Find(name) : null;
        return value is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax ? value : null;
    }

    private BodyValue ReadValue(ExpressionSyntax expression, int depth)
    {
        expression = AnswerStep.Unwrap(expression);
        return depth > DeepestNesting ? new BodyValue(expression) : expression switch
        {
            AnonymousObjectCreationExpressionSyntax anonymous => new BodyValue(anonymous) { Members = ReadAnonymous(anonymous, depth) },
            LiteralExpressionSyntax { Token.Value: string text } literal => OfText(literal, text),
            ImplicitArrayCreationExpressionSyntax array => OfItems(array, array.Initializer.Expressions, depth),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } array => OfItems(array, initializer.Expressions, depth),
            CollectionExpressionSyntax collection => OfItems(collection, collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression), depth),
            BaseObjectCreationExpressionSyntax creation => ReadCreation(creation, depth),
            IdentifierNameSyntax name when values.Find(name) is { } value && value is not IdentifierNameSyntax => ReadNamed(name, value, depth + 1),
            _ => new BodyValue(expression),
        };
    }

    private BodyValue ReadNamed(IdentifierNameSyntax name, ExpressionSyntax value, int depth)
    {
        if (!_open.Add(value))
        {
            return new BodyValue(name);
        }

        BodyValue read = ReadValue(value, depth);
        _open.Remove(value);
        return read;
    }

    private static BodyValue OfText(LiteralExpressionSyntax literal, string text)
    {
        // The characters between the quotes, of a text without escapes.
        int quote = literal.Token.Text.IndexOf('"') + 1;
        bool isPlain = literal.Token.Text.Length - quote - 1 == text.Length;
        return new BodyValue(literal) { Text = text, TextSpan = isPlain ? new Microsoft.CodeAnalysis.Text.TextSpan(literal.Token.SpanStart + quote, text.Length) : null };
    }

    private BodyValue OfItems(ExpressionSyntax node, IEnumerable<ExpressionSyntax> items, int depth)
        => new(node) { Items = [.. items.Select(item => ReadValue(item, depth + 1))] };

    private List<BodyMember> ReadAnonymous(AnonymousObjectCreationExpressionSyntax anonymous, int depth)
    {
        var members = new List<BodyMember>();
        foreach (AnonymousObjectMemberDeclaratorSyntax declarator in anonymous.Initializers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SyntaxToken? name = declarator.NameEquals?.Name.Identifier ?? declarator.Expression switch
            {
                IdentifierNameSyntax identifier => identifier.Identifier,
                MemberAccessExpressionSyntax member => member.Name.Identifier,
                _ => null,
            };
            if (name is { } found)
            {
                members.Add(new BodyMember(Written(found.ValueText), found.Span, declarator.NameEquals is not null, ReadValue(declarator.Expression, depth + 1)));
            }
        }

        return members;
    }

    // Small first letters, where the serializer makes them so.
    private string Written(string name) => form == NameForm.Camel && name.Length > 0 ? char.ToLowerInvariant(name[0]) + name.Substring(1) : name;

    private BodyValue ReadCreation(BaseObjectCreationExpressionSyntax creation, int depth)
    {
        string? type = model.GetTypeInfo(creation, cancellationToken).Type?.Name;
        SeparatedSyntaxList<ExpressionSyntax> entries = creation.Initializer?.Expressions ?? default;
        return type switch
        {
            "Dictionary" or "SortedDictionary" or "JsonObject" or "JObject" or "ExpandoObject" => new BodyValue(creation) { Members = ReadEntries(entries, creation, depth) },
            "List" or "JsonArray" or "JArray" => OfItems(
                creation,
                entries.Count > 0 ? entries : creation.ArgumentList?.Arguments.Select(static argument => argument.Expression) ?? [],
                depth),
            _ when entries.Count > 0 => new BodyValue(creation) { Members = ReadTyped(entries, depth) },
            _ => new BodyValue(creation),
        };
    }

    // Members of a class are written by the name an attribute gives them, or in a form that settings elsewhere decide.
    private List<BodyMember> ReadTyped(SeparatedSyntaxList<ExpressionSyntax> entries, int depth)
    {
        var members = new List<BodyMember>();
        foreach (ExpressionSyntax entry in entries)
        {
            if (entry is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } set && model.GetSymbolInfo(left, cancellationToken).Symbol is IPropertySymbol or IFieldSymbol)
            {
                string name = left.Identifier.ValueText;
                string? given = JsonName.GivenTo(model.GetSymbolInfo(left, cancellationToken).Symbol!);
                members.Add(new BodyMember(given ?? char.ToLowerInvariant(name[0]) + name.Substring(1), left.Span, false, ReadValue(set.Right, depth + 1)));
            }
        }

        return members;
    }

    // "["a"] = 1" and "{ "a", 1 }"; "new JProperty("a", 1)" as an argument.
    private List<BodyMember> ReadEntries(SeparatedSyntaxList<ExpressionSyntax> entries, BaseObjectCreationExpressionSyntax creation, int depth)
    {
        var members = new List<BodyMember>();
        foreach (ExpressionSyntax entry in entries)
        {
            (ExpressionSyntax? name, ExpressionSyntax? value) = entry switch
            {
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } key } } set => (key[0].Expression, set.Right),
                InitializerExpressionSyntax { Expressions: { Count: 2 } pair } => (pair[0], pair[1]),
                _ => (null, null),
            };
            AddEntry(members, name, value, depth);
        }

        foreach (ArgumentSyntax argument in creation.ArgumentList?.Arguments ?? default)
        {
            if (argument.Expression is ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } property } made && made.Type.ToString().EndsWith("JProperty", StringComparison.Ordinal))
            {
                AddEntry(members, property[0].Expression, property[1].Expression, depth);
            }
        }

        return members;
    }

    private void AddEntry(List<BodyMember> members, ExpressionSyntax? name, ExpressionSyntax? value, int depth)
    {
        if (name is LiteralExpressionSyntax { Token.Value: string text } literal && value is not null)
        {
            BodyValue written = OfText(literal, text);
            members.Add(new BodyMember(text, written.TextSpan ?? literal.Span, written.TextSpan is not null, ReadValue(value, depth + 1)));
        }
    }
}
