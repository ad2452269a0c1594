using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using GeminiGen.Generator.Benchmarks;

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

if (args is ["--analyzers"])
{
    AnalyzerShare.Print(Console.Out);
    return 0;
}

// Without arguments everything runs; arguments are BenchmarkDotNet's, for example --filter *Keystroke*.
IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly)
    .Run(args.Length == 0 ? ["--filter", "*"] : args, GeneratorBenchmarkConfig.Create());
return RatioReport.Print(summaries.ToList(), Console.Out) ? 0 : 1;
