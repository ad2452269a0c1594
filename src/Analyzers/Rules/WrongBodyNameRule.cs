using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4006: a name in a request's body that the API does not know, close to one that it does. The API refuses bodies with unknown names.</summary>
internal static class WrongBodyNameRule
{
    /// <summary>The property of a finding that holds the name to write.</summary>
    public const string Replacement = "Replacement";

    /// <summary>Checks one body.</summary>
    public static void Check(RequestBody body, Action<Diagnostic> report) => CheckObject(body.Value, RequestShape.Request, body, report);

    private static void CheckObject(BodyValue value, string kind, RequestBody body, Action<Diagnostic> report)
    {
        foreach (BodyValue item in value.Items ?? [])
        {
            CheckObject(item, kind, body, report);
        }

        foreach (BodyMember member in value.Members ?? [])
        {
            CheckMember(member, kind, body, report);
        }
    }

    private static void CheckMember(BodyMember member, string owner, RequestBody body, Action<Diagnostic> report)
    {
        string? field = RequestShape.FieldOf(owner, member.Name);
        if (field is null || (body.Form != NameForm.Unknown && !RequestShape.IsWritten(member.Name, field)))
        {
            field = ReportName(member, owner, field, report);
        }

        if (field is null)
        {
            return;
        }

        string kind = RequestShape.ValueOf(owner, field)!;
        if (RequestShape.IsObject(kind))
        {
            CheckObject(member.Value, kind, body, report);
        }
        else if (member.Value.Text is { } text && RequestShape.NearestValue(kind, text) is { } meant)
        {
            report(Create(Descriptors.WrongBodyValue, member.Value.Node.SyntaxTree, member.Value.TextSpan ?? member.Value.Node.Span, member.Value.TextSpan is not null, meant, text, member.Name, meant));
        }
    }

    // The field that was meant, when the value is one of it.
    private static string? ReportName(BodyMember member, string owner, string? field, Action<Diagnostic> report)
    {
        SyntaxTree tree = member.Value.Node.SyntaxTree;
        if (owner == RequestShape.Request && field is null && RequestShape.FieldOf("generationConfig", member.Name) is { } setting)
        {
            report(Create(Descriptors.MisplacedBodyName, tree, member.NameSpan, false, setting, member.Name));
        }
        else if ((field ?? RequestShape.NearestField(owner, member.Name)) is { } meant)
        {
            // A name of another API may stand for a value of another shape.
            bool canRename = member.CanRename && !(meant is "contents" or "parts" or "tools" or "functionDeclarations" or "systemInstruction" && field is null && NearestName.Distance(member.Name, meant) > 2);
            report(Create(Descriptors.WrongBodyName, tree, member.NameSpan, canRename, meant, member.Name, owner, meant));
            return canRename ? meant : null;
        }

        return null;
    }

    private static Diagnostic Create(DiagnosticDescriptor descriptor, SyntaxTree tree, TextSpan span, bool canRename, string meant, params object[] arguments)
        => Diagnostic.Create(
            descriptor,
            Location.Create(tree, span),
            canRename ? ImmutableDictionary<string, string?>.Empty.Add(Replacement, meant) : ImmutableDictionary<string, string?>.Empty,
            arguments);
}
