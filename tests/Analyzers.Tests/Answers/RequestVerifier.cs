using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>Runs one of the rules about requests by hand over a class. <c>URL</c> stands for the address of a model.</summary>
internal static class RequestVerifier
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.RegularExpressions;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    public const string Url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent";

    public static Task VerifyAsync(string id, string members, TestProjectOptions? options = null)
        => AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(Wrap(members), (options ?? new TestProjectOptions()) with { Only = [id] });

    public static string Wrap(string members)
        => Usings + "class C\n{\n    static readonly HttpClient Http = new();\n    " + members.Replace("URL", Url, StringComparison.Ordinal) + "\n}\n";
}
