using System.Globalization;
using GeminiGen.Benchmarks;

// Load on `geminigen emulate`, a process of its own: plain calls, then streams that are all open at once. Seconds of the first part and the number of streams may be given.
int seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
int streams = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000;

await using EmulatorProcess emulator = await EmulatorProcess.StartAsync();
Console.WriteLine("| Load | result | goal |");
Console.WriteLine("|---|---|---|");

await PlainLoad.RunAsync(emulator.Port, connections: 16, TimeSpan.FromSeconds(3));
TimeSpan before = emulator.ProcessorTime;
LoadResult plain = await PlainLoad.RunAsync(emulator.Port, connections: 16, TimeSpan.FromSeconds(seconds));
double cpu = (emulator.ProcessorTime - before).TotalMicroseconds / plain.Calls;
Write($"| plain calls a second, 16 connections, {plain.Elapsed.TotalSeconds:0.0} s | {plain.Calls / plain.Elapsed.TotalSeconds:0} | ≥ 5000 |");
Write($"| processor time of the emulator for each, µs | {cpu:0} | |");
Write($"| time of a call, median, 99 %, ms | {plain.Quantile(0.5):0.00}, {plain.Quantile(0.99):0.00} | |");
Write($"| memory, most so far, MB | {emulator.PeakMegabytes:0} | < 200 |");

StreamResult streamed = await StreamLoad.RunAsync(emulator.Port, streams);
Write($"| streams open at once | {streamed.MostOpen} | {streams} |");
Write($"| streams that came to their end, whole | {streamed.Complete} | {streams} |");
Write($"| first to last, s | {streamed.Elapsed.TotalSeconds:0.0} | |");
Write($"| memory, most so far, MB | {emulator.PeakMegabytes:0} | < 200 |");
return plain.Failures == 0 && streamed.Complete == streams ? 0 : 1;

static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
