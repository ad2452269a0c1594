using GeminiGen;

namespace AotSample;

/// <summary>The same function for callers without a contract.</summary>
[ToolSetOf(typeof(Clockwork))]
internal static partial class ClockworkToolSet;
