using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>The search for keys in a text, without source around it.</summary>
public sealed class KeyShapesTests
{
    private const int Draws = 400;

    public static TheoryData<int> Families => [.. Enumerable.Range(0, KeyFamilies.All.Length)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Finds_the_keys_of_every_family_whole_and_in_longer_texts(int index)
    {
        KeyFamily family = KeyFamilies.All[index];
        int missed = 0;
        for (int seed = 0; seed < Draws; seed++)
        {
            string key = FamilyKeys.Create(family, seed);
            string text = "Authorization: Bearer " + key + ", then more";
            missed += KeyShapes.TryFind(key, 0, out KeyMatch whole) && Agrees(family, key, whole, 0)
                && KeyShapes.TryFind(text, 0, out KeyMatch inside) && Agrees(family, key, inside, 22) ? 0 : 1;
        }

        Assert.InRange(missed, 0, Draws / 100);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Knows_the_beginning_of_every_family(int index)
    {
        KeyFamily family = KeyFamilies.All[index];
        string key = FamilyKeys.Create(family, 1);
        Assert.True(KeyShapes.HasBeginning(key[..(family.Prefix.Length + 4)]));
        Assert.True(KeyShapes.HasBeginning("key=" + family.Prefix));
        Assert.False(KeyShapes.TryFind(key[..(family.MinimumLength - 1)], 0, out _));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Passes_over_what_was_typed_and_what_is_part_of_something_longer(int index)
    {
        KeyFamily family = KeyFamilies.All[index];
        string key = FamilyKeys.Create(family, 2);
        string[] texts =
        [
            family.Prefix, family.Prefix + "...", family.Prefix + "…", family.Prefix + "your-key-here",
            family.Prefix + new string('x', key.Length - family.Prefix.Length),
            family.Prefix + new string('0', key.Length - family.Prefix.Length),
            family.Prefix + string.Concat(Enumerable.Repeat("abcdef0123456789", 20))[..(key.Length - family.Prefix.Length)],
            family.Prefix + CountedUp(key.Length - family.Prefix.Length),
            "x" + key, "_" + key, TestKeys.Random(7, 50) + "/" + key, key + "/" + TestKeys.Random(8, 50), key + "+a",
        ];
        Assert.All(texts, static text => Assert.False(KeyShapes.TryFind(text, 0, out _), text));
    }

    [Theory]
    [InlineData("sk-learn-contrib-something-0123")]
    [InlineData("task-proj-0123456789-Abcdefghij-Klmnopqrst-Uvwxyz")]
    [InlineData("sk-proj-SomeProjectWithALongNameAndAVersionNumber12")]
    [InlineData("hf_SomeIdentifierInTheNameOfAnotherThing2")]
    [InlineData("hf_transfer_enabled_by_default_in_everything")]
    [InlineData("gsk_texture_new_for_pixbuf_with_something_longer_than_it")]
    [InlineData("meta-llama/Llama-3.3-70B-Instruct-Turbo-Free")]
    [InlineData("r8_SnormFormatOfATextureWithAVeryLongName")]
    [InlineData("xai-grok-4-fast-reasoning-2025-09-01-preview-with-tools-and-more-words-in-it")]
    [InlineData("disk-0123456789abcdef0123456789abcdef")]
    public void Passes_over_words_that_begin_like_a_prefix(string text)
    {
        Assert.False(KeyShapes.TryFind(text, 0, out _));
        Assert.False(KeyShapes.TryFind("the " + text + " word", 0, out _));
    }

    [Fact]
    public void Allocates_nothing_for_a_text_without_a_hit()
    {
        string[] texts = ["", "s", "sk-", "An ordinary sentence, as programs say them: 42 files saved.", new string('s', 500), TestKeys.Random(1, 300), "https://host.example/a?b=c&key={0}"];
        Assert.False(Search(texts));
        Assert.Equal(0, Allocations.Fewest(() => () => Search(texts)));
    }

    // "A1b2C3…"
    private static string CountedUp(int length)
        => string.Concat(Enumerable.Range(0, length).Select(static i => i % 2 == 1 ? (char)('1' + (i / 2 % 9)) : (char)((i % 4 == 0 ? 'A' : 'a') + (i / 2 % 26))));

    private static bool Search(string[] texts)
    {
        bool found = false;
        foreach (string text in texts)
        {
            found |= KeyShapes.TryFind(text, 0, out _);
            KeyShapes.HasBeginning(text);
        }

        return found;
    }

    private static bool Agrees(KeyFamily family, string key, KeyMatch match, int start)
        => match.Family.Prefix == family.Prefix && match.Start == start && match.Length == key.Length;
}
