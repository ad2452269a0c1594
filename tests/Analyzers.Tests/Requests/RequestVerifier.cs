using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests.Requests;

/// <summary>Runs the rules about calls over a program that sends requests by hand; those about retries, which would mark nearly all of them, are off.</summary>
internal static class RequestVerifier
{
    public const string Url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent";

    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;
        using GeminiGen;

        """;

    /// <summary>Checks a program; <c>URL</c> in it is the address of gemini-2.5-flash.</summary>
    public static Task VerifyAsync(string source, string editorConfig = "", IEnumerable<MetadataReference>? references = null, IReadOnlyList<SourceFile>? files = null, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
        => AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            Usings + source.Replace("URL", Url, StringComparison.Ordinal),
            new TestProjectOptions
            {
                EditorConfig = Resilience.ResilienceVerifier.Without(rule: null) + "\n" + editorConfig,
                References = references ?? ReferenceSet.FrameworkAndRuntime,
                OtherFiles = files ?? [],
                OutputKind = output,
            });

    /// <summary>Checks what one method sends with a client of its own.</summary>
    public static Task VerifyBodyAsync(string statements, string editorConfig = "")
        => VerifyAsync("class C { readonly HttpClient _http = new(); async Task M(string path, string prompt, byte[] bytes, object other) { " + statements + " } }", editorConfig);
}
