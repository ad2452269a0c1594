namespace GeminiGen.Emulator.Routing;

/// <summary>One segment of a <see cref="RoutePattern"/>.</summary>
/// <param name="Text">What it has to be; null where it has a name.</param>
/// <param name="Name">The name of what stands there; null for a fixed one.</param>
/// <param name="Choices">What a name may stand for; null for anything but nothing.</param>
/// <param name="TakesRest">Whether it stands for all that is left.</param>
internal sealed record RouteSegment(string? Text, string? Name, string[]? Choices, bool TakesRest)
{
    public static RouteSegment Parse(string pattern)
    {
        if (!pattern.StartsWith('{'))
        {
            return new RouteSegment(pattern, Name: null, Choices: null, TakesRest: false);
        }

        string[] parts = pattern.Trim('{', '}').Split('=');
        return new RouteSegment(Text: null, parts[0].TrimEnd('*'), parts is [_, var choices] ? choices.Split('|') : null, parts[0].EndsWith('*'));
    }

    public bool Takes(string segment) => Text is not null ? Text == segment : segment.Length > 0 && (Choices is null || Array.IndexOf(Choices, segment) >= 0);
}
