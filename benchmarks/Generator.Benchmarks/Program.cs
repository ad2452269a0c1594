using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using GeminiGen.Generator.Benchmarks;
using GeminiGen.Generator.Benchmarks.Analysis;

if (args is ["--list"])
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

if (args is ["--ratios"])
{
    CpuRatios.Print(Console.Out);
    return 0;
}

// "--analyzers": our analyzers beside others, and how soon they stop; "--analyzers-each": each of ours alone. Folders of sources after it take the place of the projects that are always measured.
if (args is ["--analyzers" or "--analyzers-each", .. string[] folders])
{
    MeasuredProject[] projects = [.. folders.Length == 0 ? MeasuredProjects.Default() : folders.Select(MeasuredProjects.OfFolder)];
    AnalyzerShare.Print(projects, args[0] == "--analyzers-each", Console.Out);
    CancellationDelay.Print(projects, Console.Out);
    return 0;
}

// Without arguments everything runs; arguments are BenchmarkDotNet's, for example --filter *Keystroke*.
IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly)
    .Run(args.Length == 0 ? ["--filter", "*"] : args, GeneratorBenchmarkConfig.Create());
return RatioReport.Print(summaries.ToList(), Console.Out) ? 0 : 1;
