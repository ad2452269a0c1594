using GeminiGen.Analyzers.Answers;
namespace GeminiGen.Analyzers.Requests;

/// <summary>A member of an object in a request.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Value">Its value.</param>
internal sealed record RequestMember(string Name, RequestValue Value)
{
    /// <summary>Whether it has a name, however that is cased and whether it has underscores.</summary>
    /// <param name="name">The name in small letters without underscores.</param>
    public bool Is(string name) => WireName.Is(Name, name);
}
