using System.Collections.Frozen;

namespace GeminiGen.Emulator.Validation;

/// <summary>A message of the wire format: the fields it may have, under both spellings of their names.</summary>
internal sealed class WireMessage
{
    private readonly FrozenDictionary<string, WireField> _fields;

    public WireMessage(params WireField[] fields)
    {
        var byName = new Dictionary<string, WireField>(StringComparer.Ordinal);
        foreach (WireField field in fields)
        {
            byName[field.Name] = field;
            byName[field.SnakeName] = field;
        }

        _fields = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public WireField? Find(string name) => _fields.GetValueOrDefault(name);
}
