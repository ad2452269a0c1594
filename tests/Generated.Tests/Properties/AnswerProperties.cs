using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Properties;

/// <summary>What generated metadata writes, an answer with it reads back the same.</summary>
public sealed class AnswerProperties
{
    private static readonly Gen<string> Text = Texts.Any.Select(Texts.WellFormed);
    private static readonly Gen<Rights> AnyRights = Gen.OneOf(Rights.None, Rights.Read, Rights.Write, Rights.ReadWrite);
    private static readonly Gen<Colour> AnyColour = Gen.OneOf(Colour.Red, Colour.Blue);

    private static readonly Gen<Inventory> Inventories =
        from rights in Gen.Select(AnyRights, AnyRights, Gen.Bool)
        from counts in Gen.Dictionary(Text, Gen.Int)[0, 4]
        from groups in Gen.Dictionary(Gen.String[Gen.Char['a', 'z'], 1, 8], Text.Array[0, 3])[0, 4]
        from notes in Gen.Select(Gen.Dictionary(Text, Gen.Select(Text, Gen.Bool))[0, 4], Gen.Bool)
        from colours in Gen.Dictionary(AnyColour, Text)[0, 2]
        from lists in Gen.Select(Text.Array[0, 5], Gen.Int.Array[0, 5], AnyColour.Array[0, 3], Gen.Dictionary(Text, Gen.Bool)[0, 3])
        select new Inventory(
            rights.Item1,
            rights.Item3 ? rights.Item2 : null,
            counts,
            counts.ToDictionary(static entry => entry.Key, static entry => new Place(entry.Key)),
            notes.Item2 ? notes.Item1.ToDictionary(static entry => entry.Key, static entry => entry.Value.Item2 ? entry.Value.Item1 : null) : null,
            colours,
            new SortedDictionary<string, List<string>>(groups.ToDictionary(static entry => entry.Key, static entry => entry.Value.ToList()), StringComparer.Ordinal),
            lists.Item4.ToImmutableDictionary(),
            [.. lists.Item1],
            [.. lists.Item2],
            new SortedSet<string>(lists.Item1, StringComparer.Ordinal),
            new HashSet<string>(lists.Item1),
            new Collection<string>([.. lists.Item1]),
            [.. lists.Item3]);

    private static readonly Gen<Wish> Wishes = Gen.OneOf<Wish>(
        Gen.Int[1, 1000].Select(static amount => (Wish)new Refund(amount)), Gen.Select(Text, Gen.Bool, static (part, atHome) => (Wish)new Repair(part, atHome)));

    private static readonly Gen<IShape> Shapes = Gen.OneOf<IShape>(
        Gen.Double[-1e9, 1e9].Select(static radius => (IShape)new Circle(radius)), Gen.Double[-1e9, 1e9].Select(static side => (IShape)new Square(side)));

    private static readonly Gen<Letter> Letters = Gen.Select(Wishes, Wishes, Gen.Bool, Shapes.Array[0, 4], static (main, other, hasOther, shapes) => new Letter(main, hasOther ? other : null, [.. shapes]));

    [Fact]
    public Task Shapes_are_read_as_they_were_written() => Inventories.SampleAsync(
        static async value =>
        {
            string json = Write(typeof(TypedShapesDesk), value);
            Inventory read = await new TypedShapesDesk(FakeGemini.Text(json).Client()).TakeAsync("a");
            Assert.Equal(json, Write(typeof(TypedShapesDesk), read));
            Assert.Equal((value.Rights, value.Former), (read.Rights, read.Former));
            Assert.Equal(value.Notes, read.Notes);
            Assert.Equal(value.Names.Order(StringComparer.Ordinal), read.Names.Order(StringComparer.Ordinal));
        },
        iter: 500);

    [Fact]
    public Task Derived_types_are_read_as_they_were_written() => Letters.SampleAsync(
        static async value =>
        {
            string json = Write(typeof(TypedCasesDesk), value);
            Letter read = await new TypedCasesDesk(FakeGemini.Text(json).Client()).ReadAsync("a");
            Assert.Equal((value.Main, value.Other), (read.Main, read.Other));
            Assert.Equal(value.Shapes, read.Shapes);
            Assert.Equal(json, Write(typeof(TypedCasesDesk), read));
        },
        iter: 500);

    [Fact]
    public Task Dictionaries_are_read_as_they_were_written() => Gen.Dictionary(Text, Gen.Int)[0, 8].SampleAsync(
        static async value =>
        {
            string json = JsonSerializer.Serialize(value);
            Assert.Equal(value, await new TypedShapesDesk(FakeGemini.Text(json).Client()).CountAsync("a"));
        },
        iter: 500);

    [Fact]
    public Task Flags_are_read_as_they_were_written() => AnyRights.SampleAsync(
        static async value => Assert.Equal(value, await new TypedShapesDesk(FakeGemini.Text(Write(typeof(TypedShapesDesk), value)).Client()).RightsAsync("a")),
        iter: 20);

    /// <summary>Writes through the metadata the generator wrote into the client's class.</summary>
    private static string Write<T>(Type desk, T value)
    {
        FieldInfo field = desk.GetNestedType("Answers", BindingFlags.NonPublic)!.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Single(static field => field.FieldType == typeof(JsonTypeInfo<T>));
        return JsonSerializer.Serialize(value, (JsonTypeInfo<T>)field.GetValue(null)!);
    }
}
