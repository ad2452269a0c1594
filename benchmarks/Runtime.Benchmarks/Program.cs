using BenchmarkDotNet.Running;
using GeminiGen.Benchmarks.Ratios;
using GeminiGen.Benchmarks.Server;

if (args.Contains("--server"))
{
    CannedServer.Run();
}
else if (args.Contains("--ratios"))
{
    await RatioProgram.RunAsync(args).ConfigureAwait(false);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(RatioRow).Assembly).Run(args);
}
