using System.Collections.Immutable;
using System.Globalization;

namespace GeminiGen.TestHarness;

/// <summary>
/// Projects of many contracts, the same text for the same number every time. Each contract has a file of its own with one text method and one
/// typed method, whose answer (six members, an enum and a list among them) is declared in that file too; one more file has no contract.
/// </summary>
public static class ContractCorpus
{
    /// <summary>The path of the file that has nothing to do with any contract.</summary>
    public const string UnrelatedPath = "Unrelated.cs";

    /// <summary>Creates a project of so many contracts.</summary>
    public static ConsumerProject Create(int contracts)
    {
        ImmutableArray<SourceFile>.Builder files = ImmutableArray.CreateBuilder<SourceFile>(contracts + 1);
        for (int i = 0; i < contracts; i++)
        {
            files.Add(Contract(i));
        }

        files.Add(Unrelated("return value + 1;"));
        return new ConsumerProject([.. files]);
    }

    /// <summary>The path of a contract's file.</summary>
    public static string ContractPath(int number) => string.Create(CultureInfo.InvariantCulture, $"Contract{number}.cs");

    /// <summary>The name of a contract's interface.</summary>
    public static string ContractName(int number) => string.Create(CultureInfo.InvariantCulture, $"IDesk{number}");

    /// <summary>The file of one contract.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="textMethod">The name of its text method; another name is an edit that reaches the output.</param>
    public static SourceFile Contract(int number, string textMethod = "SummarizeAsync")
    {
        string id = number.ToString(CultureInfo.InvariantCulture);
        return new SourceFile(ContractPath(number), $$"""
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using GeminiGen;

            namespace Corpus.Area{{number % 10}}
            {
                /// <summary>Contract {{id}}.</summary>
                [GeminiPrompts(Model = "gemini-3.8-flash")]
                public partial interface IDesk{{id}}
                {
                    /// <summary>Summarises.</summary>
                    [Prompt("Summarise in {sentences} sentences for {reader}:\n{document}")]
                    [SystemInstruction("You are a terse editor of area {{id}}.")]
                    [Generation(MaxOutputTokens = 4000, Thinking = ThinkingLevel.Low)]
                    Task<string> {{textMethod}}(string document, int sentences = 3, string reader = "everybody", CancellationToken cancellationToken = default);

                    /// <summary>Describes.</summary>
                    [Prompt("Describe the document {{id}} as a card.\n{document}")]
                    Task<PromptResult<Card{{id}}>> DescribeAsync(string document, CancellationToken cancellationToken = default);
                }

                /// <summary>An answer.</summary>
                public sealed record Card{{id}}(string Title, Kind{{id}} Kind, int Pages, double Score, string? Author, IReadOnlyList<string> Topics);

                /// <summary>A kind.</summary>
                public enum Kind{{id}}
                {
                    /// <summary>A.</summary>
                    Letter,
                    /// <summary>B.</summary>
                    Report,
                    /// <summary>C.</summary>
                    Invoice,
                }
            }
            """);
    }

    /// <summary>The file without a contract.</summary>
    /// <param name="body">The statements of its only method body; typing there is the keystroke of the benchmarks.</param>
    /// <param name="member">A further member of its class.</param>
    public static SourceFile Unrelated(string body, string member = "") => new(UnrelatedPath, $$"""
        namespace Corpus
        {
            /// <summary>Has nothing to do with prompts.</summary>
            public static class Unrelated
            {
                /// <summary>Adds.</summary>
                public static int Add(int value)
                {
                    {{body}}
                }
                {{member}}
            }
        }
        """);
}
