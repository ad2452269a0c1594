using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Mutation;

/// <summary>Edits a source text as a typing, cutting and pasting person would, the same way for the same seed.</summary>
internal static class ContractMutator
{
    private static readonly char[] Separators = [' ', '\n', '(', ')', '<', '>', '{', '}', '[', ']', ',', ';', '"', '.', '='];

    private static readonly string[] Types =
    [
        "string", "int", "int?", "string?", "object", "dynamic", "void", "System.Guid", "Missing", "int[]", "int[,]", "(int A, string B)", "System.Span<char>",
        "System.Collections.Generic.Dictionary<string, int>", "System.Action", "T", "nint", "System.Threading.Tasks.Task<int>",
        "System.Collections.Generic.List<System.Collections.Generic.List<int>>", "System.IO.Stream", "System.DayOfWeek", "System.DateOnly",
    ];

    private static readonly string[] Words =
    [
        "{", "}", "{{", "}}", "{missing}", "{text:}", "{:x}", "{ }", "\\\"", "\\", "ref ", "in ", "out ", "params ", "this ", "static ", "abstract ", "partial ",
        "<T>", "?", "= null", "= default", "[]", "[NotInPrompt] ", "[Untrusted] ", "[Example(User = \"a\", Model = \"{b\")] ", "[Example] ", "[Model(\"gemini-3.5-flash\")] ",
        "[Model(null)] ", "[Safety(HarmCategory.Harassment, (HarmBlockThreshold)9)] ", "PromptOptions options, ", "RenderAnswerAsync", "[Embed] ", "[Embed(Model = \"gemini-embedding-2\", TaskType = (EmbeddingTask)9)] ",
        "[PromptFile(\"Prompts/Poem.prompt\")] ", "[PromptFile(\"missing.prompt\", Syntax = PromptSyntax.Handlebars)] ", "[PromptFile(null)] ", "[Tools(typeof(System.Version))] ", "[Tools] ", "[Tools(null)] ",
        "[Tool(\"a\")] ", "[Tool(Name = \"get it\")] ", "[ToolService] ", "ToolApproval approval, ", "Conversation conversation, ", "Media media, ", "System.Threading.CancellationToken token, ",
        "[GoogleSearch] ", "[UrlContext, CodeExecution] ", "[Repair(MaxAttempts = -1)] ", "[Include(Thoughts = true, RawResponse = true)] ", "[Retry(MaxAttempts = 0)] ", "[Timeout(Seconds = double.NaN)] ",
        "[Generation(Thinking = (ThinkingLevel)9, ThinkingBudget = 1, StopSequences = new string[] { null })] ", "[SystemInstruction(\"{text}\")] ", "[SystemInstruction(null)] ", "[SnapshotOf(typeof(string))] ", "[SnapshotOf(null)] ",
        "{{text}}", "${text}", "{text.Value}", "{> Shared/Tone.prompt}", "{#if text}", "{/if}", "{#each text as c}", "{/each}", "[Prompt(null)] ", "[Prompt(\"\")] ", "#nullable disable\n", "#if A\n", "/*", "*/", "//", "@",
        "int P { get; }\n", "event System.Action E;\n", "void M() { }\n", "static void S() { }\n", "class Inner { }\n", "required ", "readonly ", "new ", "unsafe ",
    ];

    /// <summary>Names that generated code might want for itself, and words that are keywords in some places only.</summary>
    private static readonly string[] Names =
    [
        "Answers", "Schemas", "Tools", "Methods", "Embeddings", "StrictOptions", "InvokeAnswers", "CheckAnswers", "WriteAskAsync", "NameOfTone", "TWriter", "_client", "_services",
        "await", "nameof", "var", "value", "field", "from", "yield", "writer", "request", "call", "found", "index", "items", "item", "fence", "start", "client", "options", "instance", "arguments", "_", "Ünïcode",
    ];

    /// <summary>Applies one to four edits.</summary>
    public static string Mutate(string source, int seed)
    {
        var random = new Random(seed);
        string text = source;
        for (int edits = random.Next(1, 5); edits > 0; edits--)
        {
            text = Edit(text, random);
        }

        return text;
    }

    private static string Edit(string text, Random random)
    {
        if (text.Length < 2)
        {
            return text;
        }

        return random.Next(9) switch
        {
            0 => text.Remove(random.Next(text.Length), 1),
            1 => ReplaceToken(text, random, ""),
            2 => ReplaceToken(text, random, Types[random.Next(Types.Length)]),
            3 => text.Insert(random.Next(text.Length), Words[random.Next(Words.Length)]),
            4 => SwapTokens(text, random),
            5 => text[..random.Next(1, text.Length)],
            6 => RemoveLine(text, random),
            7 => Rename(text, random),
            _ => DoubleLine(text, random),
        };
    }

    private static string ReplaceToken(string text, Random random, string with)
    {
        (int start, int length) = TokenAt(text, random.Next(text.Length));
        return new StringBuilder(text).Remove(start, length).Insert(start, with).ToString();
    }

    private static string SwapTokens(string text, Random random)
    {
        (int firstStart, int firstLength) = TokenAt(text, random.Next(text.Length));
        (int secondStart, int secondLength) = TokenAt(text, random.Next(text.Length));
        if (firstStart + firstLength > secondStart)
        {
            return text;
        }

        return text[..firstStart] + text.Substring(secondStart, secondLength) + text[(firstStart + firstLength)..secondStart]
            + text.Substring(firstStart, firstLength) + text[(secondStart + secondLength)..];
    }

    private static (int Start, int Length) TokenAt(string text, int position)
    {
        int start = text.LastIndexOfAny(Separators, position) + 1;
        int end = text.IndexOfAny(Separators, position);
        return start < (end < 0 ? text.Length : end) ? (start, (end < 0 ? text.Length : end) - start) : (position, 1);
    }

    /// <summary>Gives something another name wherever it is named, in templates too.</summary>
    private static string Rename(string text, Random random)
    {
        (int start, int length) = TokenAt(text, random.Next(text.Length));
        string name = text.Substring(start, length);
        return SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
            ? Regex.Replace(text, @"(?<![\w@])" + name + @"(?!\w)", Names[random.Next(Names.Length)])
            : text;
    }

    private static string RemoveLine(string text, Random random)
    {
        List<string> lines = [.. text.Split('\n')];
        lines.RemoveAt(random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    private static string DoubleLine(string text, Random random)
    {
        List<string> lines = [.. text.Split('\n')];
        string line = lines[random.Next(lines.Count)];
        lines.Insert(random.Next(lines.Count), line);
        return string.Join('\n', lines);
    }
}
