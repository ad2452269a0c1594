using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GeminiGen.Emulator;
using GeminiGen.TestHarness;
using GeminiGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.Extensions.AI;

namespace GeminiGen.Generator.Tests.Guide;

/// <summary>
/// The C# of one page of the guide as a project. Declarations are files of it; statements are the body of a method, whose parameters stand in a
/// comment before the snippet: <c>&lt;!-- given: IDesk desk, string text --&gt;</c>. Prompt files stand behind their path: <c>&lt;!-- file: Prompts/Ask.prompt --&gt;</c>.
/// </summary>
internal static partial class GuidePage
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using GeminiGen;

        """;

    /// <summary>What a page's project refers to: the package, and those beside it.</summary>
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ReferenceSet.FrameworkAndRuntime,
        MetadataReference.CreateFromFile(typeof(AIFunctionExtensions).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(AIFunction).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(GeminiFake).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(GeminiEmulator).Assembly.Location),
    ];

    /// <summary>The project of a page.</summary>
    public static ConsumerProject Read(string markdown)
    {
        List<SourceFile> files = [new SourceFile("Usings.cs", Usings)];
        foreach (Match match in Snippet().Matches(markdown))
        {
            string number = files.Count.ToString(CultureInfo.InvariantCulture);
            files.Add(new SourceFile($"Snippet{number}.cs", ToFile(match.Groups["code"].Value, match.Groups["given"].Value, number)));
        }

        return new ConsumerProject([.. files])
        {
            Documentation = DocumentationMode.None,
            References = References,
            AdditionalFiles = [.. PromptFile().Matches(markdown).Select(static match => new SourceFile(match.Groups["path"].Value, match.Groups["text"].Value))],
        };
    }

    private static string ToFile(string code, string given, string number)
    {
        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot();
        if (!unit.Members.Any(SyntaxKind.GlobalStatement))
        {
            return code;
        }

        StringBuilder text = new();
        text.Append(unit.Usings.ToFullString()).AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"internal static class Snippet{number}").AppendLine("{");
        text.AppendLine(CultureInfo.InvariantCulture, $"    public static async Task RunAsync({given})").AppendLine("    {").AppendLine("        await Task.Yield();");
        foreach (GlobalStatementSyntax statement in unit.Members.OfType<GlobalStatementSyntax>())
        {
            text.Append(statement.ToFullString());
        }

        text.AppendLine("    }").AppendLine("}");
        foreach (MemberDeclarationSyntax member in unit.Members.Where(static member => member is not GlobalStatementSyntax))
        {
            text.Append(member.ToFullString());
        }

        return text.ToString();
    }

    [GeneratedRegex("(<!-- given: (?<given>[^\n]*) -->\n\n?)?```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Snippet();

    [GeneratedRegex("<!-- file: (?<path>[^\n]*) -->\n\n?```prompt\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex PromptFile();
}
