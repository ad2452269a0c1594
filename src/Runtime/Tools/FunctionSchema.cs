using System.Text.Encodings.Web;
using System.Text.Json;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>
/// Writes the JSON Schema of a function's arguments, whoever made it, in the words the API knows. What only narrows a value and has no word is left out: the
/// function checks its arguments itself. What the older dialect has no word for at all is refused, with the name of the argument.
/// </summary>
internal sealed class FunctionSchema
{
    private const string Definitions = "#/$defs/";

    // JSON inside JSON, never HTML.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _function;
    private readonly JsonElement _root;
    private readonly bool _isOpenApi;
    private readonly Utf8JsonWriter _writer;
    private readonly List<string> _references = [];
    private readonly Stack<string> _path = new();
    private readonly Stack<string> _open = new();

    private FunctionSchema(string function, JsonElement root, bool isOpenApi, Utf8JsonWriter writer)
    {
        _function = function;
        _root = root;
        _isOpenApi = isOpenApi;
        _writer = writer;
    }

    /// <summary>The schema in both dialects; <see langword="null"/> for a function without arguments.</summary>
    /// <exception cref="ArgumentException">It describes no object.</exception>
    internal static PromptSchema? Translate(string function, JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        SchemaNode node = new(schema);
        if (node.Types is not (["object"] or []))
        {
            throw new ArgumentException($"The schema of the function '{function}' describes no object; its arguments are one, each with a name.", nameof(schema));
        }

        return node.HasProperties || node.AdditionalProperties is not null || node.Reference is not null
            ? new PromptSchema(Write(function, schema, isOpenApi: false), () => Write(function, schema, isOpenApi: true))
            : null;
    }

    private static byte[] Write(string function, JsonElement schema, bool isOpenApi)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, WriterOptions))
        {
            new FunctionSchema(function, schema, isOpenApi, writer).WriteRoot();
        }

        return stream.ToArray();
    }

    private void WriteRoot()
    {
        SchemaNode root = new(_root);
        if (root.Reference is { } reference)
        {
            root = new SchemaNode(Resolve(reference));
        }

        _writer.WriteStartObject();
        WriteObjectMembers(root, isNullable: false);
        for (int i = 0; i < _references.Count; i++)
        {
            if (i == 0)
            {
                _writer.WriteStartObject("$defs");
            }

            // Writing one may ask for more.
            _writer.WritePropertyName(NameOf(i));
            Write(Resolve(_references[i]));
            if (i == _references.Count - 1)
            {
                _writer.WriteEndObject();
            }
        }

        _writer.WriteEndObject();
    }

    private void Write(JsonElement schema)
    {
        SchemaNode node = new(schema);
        if (node.Reference is { } reference)
        {
            WriteReference(reference);
        }
        else if (node.Alternatives.Count > 0)
        {
            WriteAlternatives(node);
        }
        else if (node.Types.Count > 1 && _isOpenApi)
        {
            WriteTypes(node);
        }
        else if (node.IsNullable && !_isOpenApi && (node.HasProperties || node.Values is not null))
        {
            // "Or null" is a second type; where the schema lists values or members, an alternative.
            _writer.WriteStartObject();
            _writer.WriteStartArray("anyOf");
            WriteSingle(node, isNullable: false);
            WriteNull();
            _writer.WriteEndArray();
            _writer.WriteEndObject();
        }
        else
        {
            WriteSingle(node, node.IsNullable);
        }
    }

    private void WriteReference(string reference)
    {
        if (!_isOpenApi)
        {
            int index = _references.IndexOf(reference);
            if (index < 0)
            {
                index = _references.Count;
                _references.Add(reference);
            }

            _writer.WriteStartObject();
            _writer.WriteString("$ref", Definitions + NameOf(index));
            _writer.WriteEndObject();
            return;
        }

        if (_open.Contains(reference))
        {
            throw Refuse("holds values like itself");
        }

        _open.Push(reference);
        Write(Resolve(reference));
        _open.Pop();
    }

    private void WriteAlternatives(SchemaNode node)
    {
        JsonElement[] alternatives = [.. node.Alternatives.Where(static option => !SchemaNode.IsNull(option))];
        bool isNullable = node.IsNullable || alternatives.Length < node.Alternatives.Count;
        _writer.WriteStartObject();
        WriteDescription(node, hint: null);
        _writer.WriteStartArray("anyOf");
        foreach (JsonElement alternative in alternatives)
        {
            Write(alternative);
        }

        if (isNullable && !_isOpenApi)
        {
            WriteNull();
        }

        _writer.WriteEndArray();
        WriteNullable(isNullable);
        _writer.WriteEndObject();
    }

    /// <summary>Several types, for a dialect that has one a schema.</summary>
    private void WriteTypes(SchemaNode node)
    {
        _writer.WriteStartObject();
        WriteDescription(node, hint: null);
        _writer.WriteStartArray("anyOf");
        foreach (string type in node.Types)
        {
            _writer.WriteStartObject();
            WriteMembers(node with { Types = [type] }, isNullable: false);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        WriteNullable(node.IsNullable);
        _writer.WriteEndObject();
    }

    private void WriteSingle(SchemaNode node, bool isNullable)
    {
        if (_isOpenApi && node.Types.Count == 0)
        {
            throw Refuse("may be anything");
        }

        _writer.WriteStartObject();
        WriteMembers(node, isNullable);
        _writer.WriteEndObject();
    }

    private void WriteMembers(SchemaNode node, bool isNullable)
    {
        if (node.Types is ["object"])
        {
            WriteObjectMembers(node, isNullable);
            return;
        }

        WriteType(node.Types, isNullable);
        string? format = KeepFormat(node) ? node.Format : null;
        WriteDescription(node, hint: format is null && node.Types.Contains("string") ? node.Format : null);
        if (format is not null)
        {
            _writer.WriteString("format", format);
        }

        WriteValues(node);
        WriteArrayMembers(node);
        foreach (string bound in SchemaNode.BoundsOf(node.Types, _isOpenApi))
        {
            node.Copy(bound, _writer);
        }

        WriteNullable(isNullable);
    }

    private void WriteArrayMembers(SchemaNode node)
    {
        if (!node.Types.Contains("array"))
        {
            return;
        }

        if (node.Items is { } items)
        {
            _writer.WritePropertyName("items");
            WriteInside("[]", items);
        }
        else if (_isOpenApi)
        {
            throw Refuse("is a list of anything");
        }

        if (!_isOpenApi && node.PrefixItems.Count > 0)
        {
            _writer.WriteStartArray("prefixItems");
            foreach (JsonElement item in node.PrefixItems)
            {
                Write(item);
            }

            _writer.WriteEndArray();
        }
    }

    private void WriteObjectMembers(SchemaNode node, bool isNullable)
    {
        if (_isOpenApi && !node.HasProperties)
        {
            throw Refuse("is an object with members of any name");
        }

        WriteType(["object"], isNullable);
        WriteDescription(node, hint: null);
        if (node.HasProperties)
        {
            _writer.WriteStartObject("properties");
            foreach (JsonProperty property in node.Properties)
            {
                _writer.WritePropertyName(property.Name);
                WriteInside(property.Name, property.Value);
            }

            _writer.WriteEndObject();
            WriteNames("required", node.RequiredProperties);
        }

        if (_isOpenApi)
        {
            WriteNullable(isNullable);
        }
        else if (node.AdditionalProperties is { } additional)
        {
            _writer.WritePropertyName("additionalProperties");
            WriteInside("*", additional);
        }
    }

    private void WriteInside(string step, JsonElement schema)
    {
        _path.Push(step);
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False && !_isOpenApi)
        {
            WriteBoolean(step, schema);
        }
        else
        {
            Write(schema);
        }

        _path.Pop();
    }

    /// <summary>A schema that takes all or nothing is a word of JSON Schema, which the API knows for further members only.</summary>
    private void WriteBoolean(string step, JsonElement schema)
    {
        if (step == "*")
        {
            schema.WriteTo(_writer);
        }
        else
        {
            _writer.WriteStartObject();
            _writer.WriteEndObject();
        }
    }

    private void WriteType(IReadOnlyList<string> types, bool isNullable)
    {
        if (types.Count == 0)
        {
            return;
        }

        if (_isOpenApi)
        {
            _writer.WriteString("type", types[0].ToUpperInvariant());
        }
        else if (types.Count == 1 && !isNullable)
        {
            _writer.WriteString("type", types[0]);
        }
        else
        {
            WriteNames("type", isNullable ? [.. types, "null"] : types);
        }
    }

    private void WriteValues(SchemaNode node)
    {
        bool isText = node.Types is ["string"];
        if (node.Values is not { } values || (!isText && (_isOpenApi || !values.All(static value => value.ValueKind == JsonValueKind.Number))))
        {
            return;
        }

        _writer.WriteStartArray("enum");
        foreach (JsonElement value in values)
        {
            value.WriteTo(_writer);
        }

        _writer.WriteEndArray();
    }

    private void WriteDescription(SchemaNode node, string? hint)
    {
        string? text = node.Description;
        if (hint is not null)
        {
            text = text is null ? hint : text + " (" + hint + ")";
        }

        if (text is not null)
        {
            _writer.WriteString("description", text);
        }
    }

    private void WriteNames(string keyword, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        _writer.WriteStartArray(keyword);
        foreach (string name in names)
        {
            _writer.WriteStringValue(name);
        }

        _writer.WriteEndArray();
    }

    private void WriteNullable(bool isNullable)
    {
        if (isNullable && _isOpenApi)
        {
            _writer.WriteBoolean("nullable", true);
        }
    }

    private void WriteNull()
    {
        _writer.WriteStartObject();
        _writer.WriteString("type", "null");
        _writer.WriteEndObject();
    }

    // A text of another format is refused by the older dialect.
    private bool KeepFormat(SchemaNode node) => node.Format is { } format && (_isOpenApi
        ? (node.Types is ["string"] && format == "date-time") || (node.Types is ["integer" or "number"] && format is "int32" or "int64" or "float" or "double")
        : node.Types.Contains("string") && format is "date-time" or "date" or "time");

    private JsonElement Resolve(string reference)
        => SchemaNode.Follow(_root, reference)
            ?? throw new ArgumentException($"The schema of the function '{_function}' refers to '{reference}', which it does not hold. Only references within a schema can be followed.");

    private static string NameOf(int reference) => FormattableString.Invariant($"type{reference + 1}");

    private GeminiConfigurationException Refuse(string what) => new(
        $"The function '{_function}' takes an argument the model cannot be told about: '{string.Join('.', _path.Reverse())}' {what}, and models that take no JSON Schema have no word for that. Ask one that does, as Gemini models from 2.5 on do, or give the function another parameter. No request was sent.");
}
