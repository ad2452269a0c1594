using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Runs the contract rules and a fixer over the members of one contract.</summary>
internal static class FixVerifier
{
    public const string Usings = "using System.Threading;\nusing System.Threading.Tasks;\nusing GeminiGen;\n\n";

    public static Task VerifyAsync<TFixer>(string members, string repaired, string? key)
        where TFixer : CodeFixProvider, new()
        => CodeFixVerifier.VerifyAsync<PromptInterfaceAnalyzer, TFixer>(Wrap(members), Wrap(repaired), key);

    public static Task VerifyNotOfferedAsync<TFixer>(string members)
        where TFixer : CodeFixProvider, new()
        => CodeFixVerifier.VerifyNotOfferedAsync<PromptInterfaceAnalyzer, TFixer>(Wrap(members));

    private static string Wrap(string members)
        => Usings + "[GeminiPrompts]\npublic interface IDesk\n{\n    " + members + "\n}\n\nstatic class Texts { public const string Ask = \"Say {what}\"; public const string Intro = \"Hello \"; public const string Foreign = \"Say {{what}}.\"; public const string Help = \"Help {a}.\"; }\n";
}
