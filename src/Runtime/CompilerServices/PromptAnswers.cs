using System.Buffers;
using System.Collections;
using System.ComponentModel;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen.CompilerServices;

/// <summary>Describes the types of answers to the serializer. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptAnswers
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an example of an answer.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="value">The example.</param>
    /// <param name="typeInfo">How to write it.</param>
    /// <returns>Its JSON.</returns>
    public static string Write<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json, WriterOptions))
        {
            JsonSerializer.Serialize(writer, value, typeInfo);
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    /// <summary>Describes an enum that is read from the exact names of its members, and from nothing else.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="options">The options the description is for.</param>
    /// <param name="names">The names as JSON has them.</param>
    /// <returns>The description.</returns>
    public static JsonTypeInfo<T> CreateEnum<T>(JsonSerializerOptions options, params string[] names)
        where T : struct, Enum
        => JsonMetadataServices.CreateValueInfo<T>(options, new EnumNameConverter<T>(options, names));

    /// <summary>Describes an enum of flags, which is read from an array of the names of its members.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="options">The options the description is for.</param>
    /// <param name="combine">Gives what holds when both of its arguments hold.</param>
    /// <param name="members">The names as JSON has them, each with its value.</param>
    /// <returns>The description.</returns>
    public static JsonTypeInfo<T> CreateFlags<T>(JsonSerializerOptions options, Func<T, T, T> combine, params (string Name, T Value)[] members)
        where T : struct, Enum
        => JsonMetadataServices.CreateValueInfo<T>(options, new FlagsConverter<T>(combine, members));

    /// <summary>Describes a type whose JSON says which of its derived types follows.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options the description is for.</param>
    /// <param name="discriminator">The name of the member that says so.</param>
    /// <param name="cases">What it says, a <see cref="string"/> or an <see cref="int"/>, each with the type meant; the options know the types.</param>
    /// <returns>The description.</returns>
    public static JsonTypeInfo<T> CreatePolymorphic<T>(JsonSerializerOptions options, string discriminator, params (object Value, Type Type)[] cases)
        where T : class
    {
        JsonTypeInfo<T> info = JsonMetadataServices.CreateValueInfo<T>(options, new PolymorphicConverter<T>(discriminator, cases));

        // Taken from the type's attributes by the serializer, which the converter follows in its stead.
        info.PolymorphismOptions = null;
        return info;
    }

    /// <summary>Describes a dictionary with texts as keys.</summary>
    /// <typeparam name="TDictionary">The dictionary.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <param name="options">The options the description is for.</param>
    /// <param name="create">Makes the dictionary of its entries.</param>
    /// <param name="allowsNull">Whether a value may be null.</param>
    /// <returns>The description.</returns>
    public static JsonTypeInfo<TDictionary> CreateDictionary<TDictionary, TValue>(
        JsonSerializerOptions options, Func<Dictionary<string, TValue>, TDictionary> create, bool allowsNull)
        => JsonMetadataServices.CreateValueInfo<TDictionary>(
            options, new DictionaryConverter<TDictionary, string, TValue>(static name => (true, name), static key => key, create, allowsNull));

    /// <summary>Describes a dictionary with the members of an enum as keys.</summary>
    /// <typeparam name="TDictionary">The dictionary.</typeparam>
    /// <typeparam name="TKey">The enum.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <param name="options">The options the description is for.</param>
    /// <param name="create">Makes the dictionary of its entries.</param>
    /// <param name="allowsNull">Whether a value may be null.</param>
    /// <param name="keys">The names as JSON has them, each with its value.</param>
    /// <returns>The description.</returns>
    public static JsonTypeInfo<TDictionary> CreateEnumDictionary<TDictionary, TKey, TValue>(
        JsonSerializerOptions options, Func<Dictionary<TKey, TValue>, TDictionary> create, bool allowsNull, params (string Name, TKey Value)[] keys)
        where TKey : struct, Enum
    {
        EnumKeys<TKey> names = new(keys);
        return JsonMetadataServices.CreateValueInfo<TDictionary>(
            options, new DictionaryConverter<TDictionary, TKey, TValue>(names.Find, names.Name, create, allowsNull));
    }

    /// <summary>Describes a whole number, in whatever form JSON writes it: <c>5</c>, <c>5.0</c> and <c>5e0</c> are one number to JSON Schema.</summary>
    /// <typeparam name="T">An integer of at most 64 bits.</typeparam>
    /// <param name="options">The options the description is for.</param>
    /// <returns>The description.</returns>
    public static JsonTypeInfo<T> CreateInteger<T>(JsonSerializerOptions options)
        where T : struct, IBinaryInteger<T>
        => JsonMetadataServices.CreateValueInfo<T>(options, new IntegerConverter<T>());

    /// <summary>Describes a floating-point number that refuses what it can only hold as infinity.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="options">The options the description is for.</param>
    /// <returns>The description.</returns>
    public static JsonTypeInfo<T> CreateFloat<T>(JsonSerializerOptions options)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => JsonMetadataServices.CreateValueInfo<T>(options, new FloatConverter<T>());

    /// <summary>Describes a date with a time of day that is the same on every machine: its own time zone is never read into an answer.</summary>
    /// <typeparam name="T"><see cref="DateTime"/> or <see cref="DateTimeOffset"/>.</typeparam>
    /// <param name="options">The options the description is for.</param>
    /// <returns>The description.</returns>
    public static JsonTypeInfo<T> CreateMoment<T>(JsonSerializerOptions options)
        where T : struct
        => JsonMetadataServices.CreateValueInfo<T>(options, typeof(T) == typeof(DateTime) ? new DateTimeConverter() : new DateTimeOffsetConverter());

    /// <summary>Describes a member of an object.</summary>
    /// <typeparam name="TObject">The type that declares the member.</typeparam>
    /// <typeparam name="TValue">The member's type.</typeparam>
    /// <param name="options">The options the description is for.</param>
    /// <param name="name">The member's name in C#.</param>
    /// <param name="jsonName">The member's name in JSON.</param>
    /// <param name="getter">Reads the member, or <see langword="null"/> when nobody can.</param>
    /// <param name="setter">Writes the member, or <see langword="null"/> when its value is given at creation.</param>
    /// <param name="isRequired">Whether JSON must have the member.</param>
    /// <param name="isNullable">Whether JSON may have null for it.</param>
    /// <returns>The description.</returns>
    public static JsonPropertyInfo CreateMember<TObject, TValue>(
        JsonSerializerOptions options,
        string name,
        string jsonName,
        Func<object, TValue?>? getter,
        Action<object, TValue?>? setter,
        bool isRequired,
        bool isNullable)
    {
        JsonPropertyInfo member = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<TValue>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = typeof(TObject),
            PropertyName = name,
            JsonPropertyName = jsonName,
            Getter = getter,

            // A required member that is given at creation never sees this called, but the serializer wants to see one.
            Setter = setter ?? (isRequired ? static (_, _) => throw new InvalidOperationException() : null),
        });
        member.IsRequired = isRequired;
        if (!isNullable && !typeof(TValue).IsValueType)
        {
            member.IsGetNullable = false;
            member.IsSetNullable = false;
        }

        return member;
    }

    /// <summary>Describes an argument of an object's creation.</summary>
    /// <param name="name">The parameter's or, in an initializer, the member's name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="position">Its place among the arguments, from 0.</param>
    /// <param name="isNullable">Whether it may be null.</param>
    /// <param name="isInitializer">Whether it stands in the object initializer.</param>
    /// <param name="hasDefault">Whether it may be left out.</param>
    /// <param name="defaultValue">What it is then.</param>
    /// <returns>The description.</returns>
    public static JsonParameterInfoValues CreateArgument(
        string name,
        Type type,
        int position,
        bool isNullable,
        bool isInitializer = false,
        bool hasDefault = false,
        object? defaultValue = null) => new()
        {
            Name = name,
            ParameterType = type,
            Position = position,
            IsNullable = isNullable,
            IsMemberInitializer = isInitializer,
            HasDefaultValue = hasDefault,
            DefaultValue = defaultValue,
        };

    /// <summary>Makes a list refuse null elements, which the serializer by itself lets pass.</summary>
    /// <typeparam name="T">The list.</typeparam>
    /// <param name="list">The list's description.</param>
    /// <returns>The same description.</returns>
    public static JsonTypeInfo<T> RefuseNullElements<T>(JsonTypeInfo<T> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.OnDeserialized = static elements =>
        {
            int index = 0;
            foreach (object? element in (IEnumerable)elements)
            {
                if (element is null)
                {
                    throw new ValuePathException(ValuePathException.Element(index), "must not be null", isPastEnd: true);
                }

                index++;
            }
        };
        return list;
    }
}
