using GeminiGen.Analyzers.Answers;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Requests;

/// <summary>A member of an object in a request.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="NameLocation">Where the name stands.</param>
/// <param name="Value">Its value.</param>
internal sealed record RequestMember(string Name, Location NameLocation, RequestValue Value)
{
    /// <summary>Whether it has a name, however that is cased and whether it has underscores.</summary>
    /// <param name="name">The name in small letters without underscores.</param>
    public bool Is(string name) => WireName.Is(Name, name);
}
