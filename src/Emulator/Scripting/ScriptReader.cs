using System.Globalization;
using System.Text;
using System.Text.Json;
using GeminiGen.Shared.Json;
using JsonValue = GeminiGen.Shared.Json.JsonValue;

namespace GeminiGen.Emulator.Scripting;

/// <summary>Reads a script; whatever it cannot understand is told with its line, its column and what may stand there.</summary>
internal sealed class ScriptReader
{
    private readonly string _text;

    private ScriptReader(string text) => _text = text;

    public static EmulatorScript Read(string text, string name)
    {
        try
        {
            return new ScriptReader(text).ReadScript(JsonTextReader.Parse(text));
        }
        catch (JsonSyntaxException exception)
        {
            throw new EmulatorScriptException(name, exception.Position.Line, exception.Position.Column, exception.Reason, exception);
        }
    }

    private EmulatorScript ReadScript(JsonValue script)
    {
        DateTimeOffset? clock = null;
        IReadOnlyList<EmulatorFault> faults = [];
        foreach (JsonMember member in Members(script, "a script: an object with \"rules\""))
        {
            switch (member.Name)
            {
                case "$schema" or "comment":
                    break;
                case "clock":
                    clock = Time(member.Value);
                    break;
                case "rules":
                    faults = [.. Items(member.Value).Select(ReadRule)];
                    break;
                default:
                    throw Unknown(member, "a script", "rules, clock, comment, $schema");
            }
        }

        return new EmulatorScript(faults, clock);
    }

    private EmulatorFault ReadRule(JsonValue rule)
    {
        IReadOnlyList<JsonMember> members = Members(rule, "a rule: an object");
        EmulatorFault fault = ReadEffect(rule, members);
        bool isCounted = false;
        foreach (JsonMember member in members)
        {
            switch (member.Name)
            {
                case "comment" or "answer" or "functionCalls" or "fault" or "afterPieces":
                    break;
                case "when":
                    CallMatch match = ReadMatch(member.Value);
                    isCounted |= match.Call is not null;
                    fault = fault.When(match);
                    break;
                case "times":
                    isCounted = true;
                    fault = fault.Times(Whole(member.Value, atLeast: 1));
                    break;
                default:
                    fault = Refine(fault, member);
                    break;
            }
        }

        return isCounted ? fault : fault.Always();
    }

    /// <summary>What happens instead of the normal answer; at most one of the members that say so.</summary>
    private EmulatorFault ReadEffect(JsonValue rule, IReadOnlyList<JsonMember> members)
    {
        JsonMember[] effects = [.. members.Where(member => member.Name is "answer" or "functionCalls" or "fault")];
        if (effects.Length > 1)
        {
            throw new JsonSyntaxException($"A rule has one of answer, functionCalls and fault; this one has {effects[0].Name} already. Make two rules of it.", effects[1].Position);
        }

        if (effects is not [var effect])
        {
            return EmulatorFault.None;
        }

        return effect.Name switch
        {
            "answer" => EmulatorFault.Answer(effect.Value.Kind == JsonKind.String ? effect.Value.GetString() : Raw(effect.Value)),
            "functionCalls" => EmulatorFault.FunctionCalls([.. Items(effect.Value).Select(ReadCall)]),
            _ => ScriptFaults.Read(effect.Value, rule.Find("afterPieces") is { } after ? Whole(after, atLeast: 0) : null, Raw),
        };
    }

    private EmulatedCall ReadCall(JsonValue call)
    {
        string? name = null;
        string arguments = "{}";
        foreach (JsonMember member in Members(call, "a call: an object with \"name\" and \"arguments\""))
        {
            switch (member.Name)
            {
                case "name":
                    name = member.Value.GetString();
                    break;
                case "arguments":
                    arguments = member.Value.Kind == JsonKind.Object ? Raw(member.Value) : throw member.Value.Expected("an object with the arguments");
                    break;
                default:
                    throw Unknown(member, "a call", "name, arguments");
            }
        }

        return new EmulatedCall(name ?? throw new JsonSyntaxException("A call needs a \"name\".", call.Position), arguments);
    }

    private static EmulatorFault Refine(EmulatorFault fault, JsonMember member) => member.Name switch
    {
        "finishReason" => fault.Ending(Word(member.Value)),
        "thoughts" => fault.Thinking(Word(member.Value)),
        "delay" => fault.After(ScriptFaults.Duration(member.Value)),
        "tokensPerSecond" => fault.AtTokensPerSecond(member.Value.GetDecimal() is > 0 and var speed ? (double)speed : throw member.Value.Expected("a number above 0")),
        "cutAtByte" => fault.CutAtByte(Whole(member.Value, atLeast: 0)),
        "malformedPieces" => Items(member.Value).Aggregate(fault, ReadMalformed),
        _ => throw Unknown(member, "a rule", "when, times, answer, functionCalls, fault, afterPieces, finishReason, thoughts, delay, tokensPerSecond, cutAtByte, malformedPieces, comment"),
    };

    private static EmulatorFault ReadMalformed(EmulatorFault fault, JsonValue piece)
    {
        int number = 1;
        string text = "";
        foreach (JsonMember member in Members(piece, "a piece: an object with \"piece\" and \"text\""))
        {
            switch (member.Name)
            {
                case "piece":
                    number = Whole(member.Value, atLeast: 1);
                    break;
                case "text":
                    text = member.Value.GetString();
                    break;
                default:
                    throw Unknown(member, "a malformed piece", "piece, text");
            }
        }

        return fault.WithMalformedPiece(number, text);
    }

    private static CallMatch ReadMatch(JsonValue when)
    {
        var match = new CallMatch();
        foreach (JsonMember member in Members(when, "a condition: an object"))
        {
            match = member.Name switch
            {
                "model" => match with { Model = Word(member.Value) },
                "system" => match with { System = Word(member.Value) },
                "text" => match with { Text = Word(member.Value) },
                "path" => match with { Path = Word(member.Value) },
                "stream" => match with { Streams = member.Value.GetBoolean() },
                "call" => match with { Call = Whole(member.Value, atLeast: 1) },
                "headers" => match with { Headers = Members(member.Value, "an object of headers").ToDictionary(header => header.Name, header => header.Value.GetString(), StringComparer.OrdinalIgnoreCase) },
                _ => throw Unknown(member, "a condition", "model, system, text, path, stream, call, headers"),
            };
        }

        return match;
    }

    /// <summary>The text of a value, without the spaces around its parts.</summary>
    private string Raw(JsonValue value)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(_text[value.Position.Offset..]));
        return JsonSerializer.Serialize(JsonElement.ParseValue(ref reader));
    }

    private static IReadOnlyList<JsonMember> Members(JsonValue value, string what) => value.Kind == JsonKind.Object ? value.Members : throw value.Expected(what);

    private static IReadOnlyList<JsonValue> Items(JsonValue value) => value.Kind == JsonKind.Array && value.Items.Count > 0 ? value.Items : throw value.Expected("a list with at least one item");

    private static string Word(JsonValue value) => value.GetString() is { Length: > 0 } word ? word : throw value.Expected("a text that is not empty");

    private static int Whole(JsonValue value, int atLeast) =>
        value.GetInt32() is var number && number >= atLeast ? number : throw value.Expected(string.Create(CultureInfo.InvariantCulture, $"a whole number, {atLeast} or more"));

    private static DateTimeOffset Time(JsonValue value) =>
        DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw value.Expected("a time such as \"2026-11-30T08:00:00Z\"");

    private static JsonSyntaxException Unknown(JsonMember member, string where, string known) =>
        new($"\"{member.Name}\" means nothing in {where}. What may stand there: {known}.", member.Position);
}
