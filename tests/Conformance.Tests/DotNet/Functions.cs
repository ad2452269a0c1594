using System.ComponentModel;

namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>The functions that clients call by themselves; it remembers which were called.</summary>
internal sealed class Functions
{
    private readonly List<string> _calls = [];

    /// <summary>The calls so far, each with its argument.</summary>
    public IReadOnlyList<string> Calls => _calls;

    [Description("Tells the weather.")]
    public string Weather(string city) => Record($"weather of {city}", Prompts.Forecast);

    [Description("Tells the time.")]
    public string Time(string city) => Record($"time of {city}", Prompts.Time);

    private string Record(string call, string result)
    {
        _calls.Add(call);
        return result;
    }
}
