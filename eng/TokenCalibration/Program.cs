using System.Globalization;
using System.Text.Json;
using GeminiGen.TokenCalibration;

// usage: TokenCalibration <tokens.jsonl> check | write <TokenWeights.cs>
const int Unit = 32;
JsonSerializerOptions options = new(JsonSerializerDefaults.Web);
List<Document> documents = [.. File.ReadLines(args[0]).Select(line => JsonSerializer.Deserialize<Document>(line, options)!)];
if (args[1] == "write")
{
    File.WriteAllText(args[2], WeightsFile.Write(Weights.Learn(documents).Quantize(Unit), Unit));
    return;
}

// Each corpus is judged by weights that the other corpora made. Strings of words teach, but are no text to be judged by.
List<Accuracy> rows = [.. documents.Select(document => document.Corpus).Where(corpus => corpus != "words").Distinct().AsParallel().AsOrdered().WithDegreeOfParallelism(2).SelectMany(corpus =>
    Accuracy.Of(Weights.Learn([.. documents.Where(document => document.Corpus != corpus)]).Quantize(Unit), documents.Where(document => document.Corpus == corpus)).ToList())];
foreach (IGrouping<string, Accuracy> language in rows.GroupBy(row => row.Language).OrderBy(language => language.Key, StringComparer.Ordinal))
{
    string corpora = string.Join(", ", language.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Corpus} {row.MeanError:P1} ({row.Bias:+0.0%;-0.0%})")));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {language.Key} | {language.Average(row => row.MeanError):P1} | {language.Sum(row => row.Stretches)} | {corpora} |"));
}
