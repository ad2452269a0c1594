using System.Globalization;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>Checks one rule of the range, the others off: sources that are about one of them break several.</summary>
internal static class ResilienceVerifier
{
    public const string Usings = """
        using System;
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;

        """;

    public const string Url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent";

    /// <summary>A program that has the libraries of models.</summary>
    public static TestProjectOptions Program { get; } = Library with { OutputKind = OutputKind.ConsoleApplication };

    /// <summary>A library that has the libraries of models.</summary>
    public static TestProjectOptions Library => new() { References = TestReferences.WithModelLibraries, Nullable = NullableContextOptions.Annotations };

    /// <summary>Checks a source, as it is.</summary>
    public static Task VerifyAsync(string rule, string source, TestProjectOptions options)
        => AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(source, options with { EditorConfig = Without(rule) });

    /// <summary>Checks members of a class with a client of Google.GenAI, one for requests by hand, and contracts; <c>URL</c> is Gemini's address.</summary>
    public static Task VerifyMemberAsync(string rule, string member)
        => VerifyAsync(
            rule,
            "using Polly;\n" + Usings + "class C { readonly Google.GenAI.Client _client = new(); readonly HttpClient _http = new(); readonly OpenAI.Chat.ChatClient _chat = new(\"m\", \"k\"); readonly I _contract;\n"
                + member.Replace("URL", Url, StringComparison.Ordinal)
                + "\n} [GeminiGen.GeminiPrompts] interface I { [GeminiGen.Prompt(\"a\")] Task<string> AskAsync(CancellationToken cancellationToken = default); }",
            Library);

    /// <summary>The lines of an editorconfig that turn the rules of the range off, but for one, and those about models.</summary>
    public static string Without(string? rule)
        => string.Join('\n', Enumerable.Range(2001, 12).Concat([4001, 4013, 4014, 4015, 4016]).Select(static number => "GG" + number.ToString(CultureInfo.InvariantCulture)).Where(id => id != rule).Select(static id => $"dotnet_diagnostic.{id}.severity = none"));
}
