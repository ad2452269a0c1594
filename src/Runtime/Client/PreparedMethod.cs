using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>A contract's method as one client calls it: everything that does not change from call to call, worked out once.</summary>
internal sealed class PreparedMethod
{
    internal required PromptMethod Method { get; init; }

    internal required string Model { get; init; }

    internal required ModelFacts Facts { get; init; }

    internal required ModelEndpoint Endpoint { get; init; }

    internal required CallPolicy Policy { get; init; }

    /// <summary>What ends every request body: the settings, the schema, the last brace.</summary>
    internal required byte[] Tail { get; init; }

    /// <summary>Whether somebody wants responses as they came, or what they rest on.</summary>
    internal bool KeepsResponses => Method.KeepsResponse || Method.BuiltInTools != 0;
}
