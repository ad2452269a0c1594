using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Requests;

/// <summary>A member of an object in a request's body.</summary>
/// <param name="Name">Its name as the source has it.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="CanRename">True when other characters in place of these are another name.</param>
/// <param name="Value">Its value.</param>
internal sealed record BodyMember(string Name, TextSpan NameSpan, bool CanRename, BodyValue Value);
