using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen.Testing;

/// <summary>Reads data sets.</summary>
public static class EvalData
{
    private const string Reflection = "Reads the types by reflection; the overload with JsonTypeInfo does not.";

    /// <summary>Reads a file of JSON lines, each as in <c>{"name":"late order","input":"…","expected":{"mood":"angry"}}</c>; the name may be left out. Members are matched without regard to case.</summary>
    /// <typeparam name="TInput">What is asked.</typeparam>
    /// <typeparam name="TExpected">What is expected.</typeparam>
    /// <param name="path">The file.</param>
    /// <returns>The cases, in the order of the lines.</returns>
    /// <exception cref="InvalidDataException">A line is no case; the message names it.</exception>
    [RequiresUnreferencedCode(Reflection)]
    [RequiresDynamicCode(Reflection)]
    public static IReadOnlyList<EvalCase<TInput, TExpected>> ReadJsonLines<TInput, TExpected>(string path)
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
        return Read(path, input => input.Deserialize<TInput>(options), expected => expected.Deserialize<TExpected>(options));
    }

    /// <summary>Reads a file of JSON lines, each as in <c>{"name":"late order","input":"…","expected":{"mood":"angry"}}</c>, without reflection; the name may be left out.</summary>
    /// <typeparam name="TInput">What is asked.</typeparam>
    /// <typeparam name="TExpected">What is expected.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="input">How inputs are read.</param>
    /// <param name="expected">How expectations are read.</param>
    /// <returns>The cases, in the order of the lines.</returns>
    /// <exception cref="InvalidDataException">A line is no case; the message names it.</exception>
    public static IReadOnlyList<EvalCase<TInput, TExpected>> ReadJsonLines<TInput, TExpected>(string path, JsonTypeInfo<TInput> input, JsonTypeInfo<TExpected> expected)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(expected);
        return Read(path, element => element.Deserialize(input), element => element.Deserialize(expected));
    }

    /// <summary>Takes the rows of <c>MemberData</c>: input and expectation, or name, input and expectation.</summary>
    /// <typeparam name="TInput">What is asked.</typeparam>
    /// <typeparam name="TExpected">What is expected.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <returns>The cases, in the order of the rows.</returns>
    /// <exception cref="InvalidDataException">A row is no case; the message names it.</exception>
    public static IReadOnlyList<EvalCase<TInput, TExpected>> FromRows<TInput, TExpected>(IEnumerable<object?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        List<EvalCase<TInput, TExpected>> cases = [];
        foreach (object?[] row in rows)
        {
            int number = cases.Count + 1;
            cases.Add(row switch
            {
                [TInput input, TExpected expected] => new(NameOf(number), input, expected),
                [string name, TInput input, TExpected expected] => new(name, input, expected),
                _ => throw new InvalidDataException($"Row {number} is not an input ({typeof(TInput).Name}) and an expectation ({typeof(TExpected).Name}), with or without a name before them."),
            });
        }

        return cases;
    }

    private static List<EvalCase<TInput, TExpected>> Read<TInput, TExpected>(string path, Func<JsonElement, TInput?> readInput, Func<JsonElement, TExpected?> readExpected)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        List<EvalCase<TInput, TExpected>> cases = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using JsonDocument document = JsonDocument.Parse(line);
                JsonElement row = document.RootElement;
                string name = row.TryGetProperty("name", out JsonElement given) ? given.GetString() ?? throw new JsonException("'name' is null; leave it out, or give a text.") : NameOf(number);
                cases.Add(new(name, readInput(Member(row, "input"))!, readExpected(Member(row, "expected"))!));
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                throw new InvalidDataException($"{path}({number}): this is no case with 'input' and 'expected': {exception.Message}", exception);
            }
        }

        return cases;
    }

    private static JsonElement Member(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) ? value : throw new JsonException($"'{name}' is missing.");

    private static string NameOf(int number) => FormattableString.Invariant($"#{number}");
}
