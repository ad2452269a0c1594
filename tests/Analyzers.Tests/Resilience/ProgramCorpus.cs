using System.Collections.Immutable;
using GeminiGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>The programs of the folder <c>Programs</c>, and runs of the call-site rules over them.</summary>
internal static class ProgramCorpus
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.AI;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);
    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(GlobalUsings, Language, "Usings.cs");

    /// <summary>The names of the programs in a folder.</summary>
    public static IReadOnlyList<string> Files(string folder)
        => [.. Directory.EnumerateFiles(Folder(folder), "*.cs").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The text of a program.</summary>
    public static string Read(string folder, string name) => File.ReadAllText(Path.Combine(Folder(folder), name));

    /// <summary>A program, compiled.</summary>
    public static CSharpCompilation Compile(string text, string name)
        => CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText(text, Language, name), Usings],
            TestReferences.WithModelLibraries,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>What the call-site rules say of a program; an exception of the analyzer is a finding of AD0001.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, CancellationToken cancellationToken = default)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return new CompilationWithAnalyzers(compilation, [new CallSiteAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellationToken);
    }

    private static string Folder(string folder) => Path.Combine(AppContext.BaseDirectory, "Programs", folder);
}
