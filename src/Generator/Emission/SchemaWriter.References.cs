using System.Globalization;

namespace GeminiGen.Generator.Emission;

/// <content>Types that contain themselves, or are used over and over in a large schema: they are defined once, at the end, and referred to by name.</content>
internal sealed partial class SchemaWriter
{
    private readonly List<AnswerType> _definitions = [];
    private bool _isBeyondDialect;

    /// <summary>A reference stands alone, so what is said of the member goes around it.</summary>
    private void WriteReference(AnswerType type, bool isNullable, string? description)
    {
        if (!_dialect.Has("$ref"))
        {
            _isBeyondDialect = true;
            return;
        }

        int index = _definitions.IndexOf(type);
        if (index < 0)
        {
            index = _definitions.Count;
            _definitions.Add(type);
        }

        string reference = "{\"$ref\":" + JsonText.Quote("#/$defs/" + GetDefinitionName(index)) + "}";
        if (!isNullable && description is null)
        {
            _text.Append(reference);
            return;
        }

        _text.Append('{').Append(description is null ? "" : "\"description\":" + JsonText.Quote(description) + ",");
        _text.Append("\"anyOf\":[").Append(reference).Append(isNullable ? ",{\"type\":\"null\"}]}" : "]}");
    }

    /// <summary>Defines what was referred to, at the end of the schema's outermost object.</summary>
    /// <returns>The schema; null when the dialect cannot say it.</returns>
    private string? Finish()
    {
        if (_isBeyondDialect)
        {
            return null;
        }

        if (_definitions.Count > 0)
        {
            _text.Length--;
            _text.Append(",\"$defs\":{");

            // Definitions refer to others, which join the list.
            for (int i = 0; i < _definitions.Count; i++)
            {
                _text.Append(i > 0 ? "," : "").Append(JsonText.Quote(GetDefinitionName(i))).Append(':');
                WriteDefinition(_definitions[i]);
            }

            _text.Append("}}");
        }

        return _text.ToString();
    }

    /// <summary>Types that differ by nullable annotations only share a name, but not their schema.</summary>
    private string GetDefinitionName(int index)
    {
        string name = _definitions[index].Name;
        int namesakes = 0;
        for (int i = 0; i < index; i++)
        {
            namesakes += _definitions[i].Name == name ? 1 : 0;
        }

        return namesakes == 0 ? name : name + "-" + namesakes.ToString(CultureInfo.InvariantCulture);
    }

    private void WriteDefinition(AnswerType type)
    {
        if (type is PolymorphicAnswer polymorphic)
        {
            WritePolymorphic(polymorphic, isNullable: false, description: null);
        }
        else
        {
            WriteSingle(type, isNullable: false, description: null, rules: null);
        }
    }
}
