using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>Runs the contract rules over source with markup.</summary>
internal static class ContractVerifier
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using GeminiGen;

        """;

    /// <summary>Checks a whole file; the usual usings are put in front.</summary>
    public static Task VerifyAsync(string markup, TestProjectOptions? options = null, params DiagnosticResult[] expected)
        => AnalyzerVerifier.VerifyAsync<PromptInterfaceAnalyzer>(Usings + markup, (options ?? new TestProjectOptions()) with { Inspect = WholeSentences.AssertInChinese }, expected);

    /// <summary>Checks the members of one contract, and types beside it.</summary>
    public static Task VerifyMembersAsync(string members, string types = "", params DiagnosticResult[] expected)
        => VerifyAsync("[GeminiPrompts] public partial interface IDesk\n{\n" + members + "\n}\n" + types, null, expected);

    /// <summary>Checks the members of one contract, and prompt files.</summary>
    public static Task VerifyFilesAsync(string members, IReadOnlyList<SourceFile> files, string types = "", params DiagnosticResult[] expected)
        => VerifyAsync(
            "[GeminiPrompts] public partial interface IDesk\n{\n" + members + "\n}\n" + types,
            new TestProjectOptions { AdditionalFiles = files },
            expected);

    /// <summary>Checks one method that answers with a type.</summary>
    public static Task VerifyAnswerAsync(string returnType, string types)
        => VerifyMembersAsync($"[Prompt(\"Read\")] {returnType} ReadAsync();", types);
}
