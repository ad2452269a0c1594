using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen;

/// <summary>A place in an answer and the type expected there.</summary>
internal struct AnswerPlace
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(" .'/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

    internal AnswerPlace(JsonElement element, JsonTypeInfo? type)
    {
        Element = element;
        Type = type;
    }

    internal JsonElement Element { get; private set; }

    /// <summary>The type; <see langword="null"/> in a part of the answer that nobody asked for.</summary>
    internal JsonTypeInfo? Type { get; private set; }

    /// <summary>Whether the member here stands in its object more than once.</summary>
    internal bool IsRepeated { get; private set; }

    /// <summary>Goes where a path of the serializer's leads, as in <c>$.items[2].name</c> or <c>$['a name']</c>; false when it leads nowhere.</summary>
    internal bool TryFollow(string path)
    {
        int position = 1;
        while (position < path.Length)
        {
            int length = Element.ValueKind switch
            {
                JsonValueKind.Object => EnterMember(path.AsSpan(position)),
                JsonValueKind.Array => EnterElement(path.AsSpan(position)),
                _ => 0,
            };
            if (length == 0)
            {
                return false;
            }

            position += length;
        }

        return true;
    }

    /// <summary>The step of the path to the first required member that is not there.</summary>
    internal readonly string? FindMissingMember()
    {
        if (Element.ValueKind != JsonValueKind.Object || Plain(Type) is not { Kind: JsonTypeInfoKind.Object } type)
        {
            return null;
        }

        foreach (JsonPropertyInfo member in type.Properties)
        {
            if (member.IsRequired && !Element.TryGetProperty(member.Name, out _))
            {
                return StepTo(member.Name);
            }
        }

        return null;
    }

    /// <summary>The step of the path to the first value in this one that is what one looks for, among those somebody asked for.</summary>
    internal readonly string? FindStep(Predicate<AnswerPlace> predicate)
    {
        IEnumerable<string> steps = Element.ValueKind switch
        {
            JsonValueKind.Object => Element.EnumerateObject().Select(static member => StepTo(member.Name)),
            JsonValueKind.Array => Enumerable.Range(0, Element.GetArrayLength()).Select(ValuePathException.Element),
            _ => [],
        };
        foreach (string step in steps)
        {
            AnswerPlace inner = this;
            if (inner.TryFollow("$" + step) && inner.Type is not null && predicate(inner))
            {
                return step;
            }
        }

        return null;
    }

    private int EnterMember(ReadOnlySpan<char> path)
    {
        string? step = null;
        JsonProperty found = default;
        foreach (JsonProperty property in Element.EnumerateObject())
        {
            string candidate = StepTo(property.Name);
            if (candidate == step)
            {
                IsRepeated = true;
            }
            else if (candidate.Length > (step?.Length ?? 0) && IsFirstStep(path, candidate))
            {
                (step, found) = (candidate, property);
            }
        }

        if (step is null)
        {
            return 0;
        }

        Type = TypeOfMember(found.Name);
        Element = found.Value;
        return step.Length;
    }

    private int EnterElement(ReadOnlySpan<char> path)
    {
        int end = path.IndexOf(']');
        if (path[0] != '[' || end < 0 || !int.TryParse(path[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= Element.GetArrayLength())
        {
            return 0;
        }

        JsonTypeInfo? type = Plain(Type);
        Type = type?.ElementType is { } element ? type.Options.GetTypeInfo(element) : IsDictionary(type) ? type : null;
        Element = Element[index];
        return end + 1;
    }

    private readonly JsonTypeInfo? TypeOfMember(string name)
    {
        JsonTypeInfo? type = Plain(Type);
        if (IsDictionary(type))
        {
            // A value, be it a member of the object or the "value" of a pair in an array.
            return type!.Options.GetTypeInfo(type.Type.GetGenericArguments()[1]);
        }

        JsonPropertyInfo? member = type?.Kind == JsonTypeInfoKind.Object ? type.Properties.FirstOrDefault(member => member.Name == name) : null;
        return member?.Options.GetTypeInfo(member.PropertyType);
    }

    // Read by a converter of ours, so the serializer does not know it as one.
    private static bool IsDictionary(JsonTypeInfo? type)
        => type is { Kind: JsonTypeInfoKind.None, Type.IsGenericType: true } && type.Type.GetGenericArguments().Length == 2;

    private static bool IsFirstStep(ReadOnlySpan<char> path, string step)
        => path.StartsWith(step, StringComparison.Ordinal) && (path.Length == step.Length || path[step.Length] is '.' or '[');

    // As the serializer writes its paths.
    private static string StepTo(string name)
        => name.AsSpan().ContainsAny(Quoted) ? "['" + name + "']" : "." + name;

    // What stands behind a nullable structure, or is told by the value itself.
    private readonly JsonTypeInfo? Plain(JsonTypeInfo? type)
    {
        if (type is not null && Nullable.GetUnderlyingType(type.Type) is { } underlying)
        {
            type = type.Options.GetTypeInfo(underlying);
        }

        return type?.Converter is ITypeByValue cases && cases.TypeOf(Element) is { } known ? type.Options.GetTypeInfo(known) : type;
    }
}
