using System.Text;
using GeminiGen.Generator.Emission;

namespace GeminiGen.Generator.Locks;

/// <summary>Writes a JSON object; members without a value are left out.</summary>
internal sealed class JsonMembers
{
    private readonly StringBuilder _text = new();

    /// <summary>Whether it has no members.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds a text.</summary>
    public JsonMembers Add(string name, string? value) => AddRaw(name, value is null ? null : JsonText.Quote(value));

    /// <summary>Adds <c>true</c> where it holds.</summary>
    public JsonMembers AddIf(string name, bool value) => AddRaw(name, value ? "true" : null);

    /// <summary>Adds what is JSON already.</summary>
    public JsonMembers AddRaw(string name, string? json)
    {
        if (json is not null)
        {
            _text.Append(IsEmpty ? "" : ",").Append(JsonText.Quote(name)).Append(':').Append(json);
        }

        return this;
    }

    /// <summary>Adds members that are JSON already, without braces.</summary>
    public JsonMembers AddMembers(string members)
    {
        _text.Append(IsEmpty || members.Length == 0 ? "" : ",").Append(members);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => "{" + _text + "}";
}
