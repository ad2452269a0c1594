using System.Collections.Immutable;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Generator.Tests.Consumers;

/// <summary>Contracts that are legal C# and seldom written: what is generated for them compiles without a warning, and what is not served is told.</summary>
public sealed class OddContractTests
{
    private const string Head = """
        #pragma warning disable CS1591, CS8981, CS0618
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.ComponentModel.DataAnnotations;
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using GeminiGen;

        """;

    [Theory]

    // Members that cannot be named.
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed record Card(Marks Marks, Dictionary<Kind, int> Counts, Kind Kind); [Flags] public enum Marks { None = 0, A = 1, [Obsolete(\"No.\", true)] B = 2 } public enum Kind { A, [Obsolete(\"No.\", true)] B }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed class Card { public string A { get; set; } = \"\"; [Obsolete(\"No.\", true)] public string? B { get; set; } public string? D { [Obsolete(\"No.\", true)] get; set; } }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed class Card { public string A { get; } [Obsolete(\"No.\", true)] public Card() => A = \"\"; public Card(string a) => A = a; }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); [Prompt(\"a\")] PromptStream<CardSnapshot> Watch(); } public sealed class Card { public string A { get; set; } = \"\"; [Obsolete(\"No.\", true)] public string? B { get; set; } } [SnapshotOf(typeof(Card))] public sealed partial record CardSnapshot;")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{kind}\")] Task<string> AskAsync(Kind kind); } public enum Kind { A, [Obsolete(\"No.\", true)] B, C = 0 }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync([AllowedValues(Kind.A)] Kind kind); } public sealed record Card([property: AllowedValues(Kind.A)] Kind Kind); public enum Kind { [Obsolete(\"No.\", true)] Old = 0, A = 0, B }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Obsolete(\"No.\", true), Prompt(\"a\")] Task<string> AskAsync(); }")]

    // Null by attribute.
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{a}\")] Task<string> AskAsync([AllowNull] string a); }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{a.Title}{#if a.Title}x{/if}{#each a.Tags as t}{t}{/each}\")] Task<string> AskAsync([AllowNull] Card a); } public sealed record Card(string Title, List<string> Tags);")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{a}\")] Task<string> AskAsync([DisallowNull] string? a, [MaybeNull] string b = \"x\", [NotInPrompt, NotNull] string? c = null); }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [return: MaybeNull] [Prompt(\"{a}\")] Task<string> AskAsync(string a); [return: NotNull] [Prompt(\"a\")] Task<string>? TellAsync(); [Prompt(\"a\")] Task<string>? SayAsync(); }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Embed] Task<float[]> EmbedAsync([AllowNull] string text); }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<Card> AskAsync(); } public sealed class Card { [AllowNull] public string A { get; set; } = \"\"; [DisallowNull] public string? B { get; set; } [MaybeNull] public string C { get; set; } = \"\"; } public static class Box { [return: MaybeNull] [Tool(\"a\")] public static string Get([AllowNull] string city, [DisallowNull] string? zip) => city + zip; }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed class Card([AllowNull] string a, [DisallowNull] string? b) { [AllowNull] public string A { get; } = a ?? \"\"; public string? B { get; } = b; }")]

    // Defaults the language has no constants for.
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{a}{b}\")] Task<string> AskAsync([Optional, DateTimeConstant(630822816000000000L)] DateTime a, [Optional, DecimalConstant(1, 0, 0u, 0u, 15u)] decimal b, CancellationToken token = default); }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{a}{b}\")] Task<string> AskAsync([Optional, DefaultParameterValue(1)] int a, [NotInPrompt, Optional, DecimalConstant(1, 1, 0u, 0u, 15u)] decimal? f, [NotInPrompt, Optional, DefaultParameterValue(null)] string? g, [Optional] string b, [NotInPrompt, Optional, DefaultParameterValue(5)] object c, [NotInPrompt, Optional] int? d, [NotInPrompt, Optional, DefaultParameterValue(DayOfWeek.Friday)] DayOfWeek e); }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed class Card { public Card(string title, [Optional, DateTimeConstant(5L)] DateTime when, [Optional] int pages) { Title = title; When = when; Pages = pages; } public string Title { get; } public DateTime When { get; } public int Pages { get; } }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<string> AskAsync(); } public static class Box { [Tool(\"a\")] public static string Get([Optional, DateTimeConstant(5L)] DateTime when, [Optional] int pages, [Optional, DefaultParameterValue(2)] int? more, float half = 0.5f, long low = long.MinValue, Kind kind = Kind.B) => \"\"; } public enum Kind { A, B }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{a}\")] Task<string> AskAsync(string a, [NotInPrompt] IntPtr b = default, [NotInPrompt] (int, string) c = default, [NotInPrompt] float d = float.NaN, [NotInPrompt] double e = double.NegativeInfinity, [NotInPrompt] char f = '\\'', [NotInPrompt] string g = \"\\u2028\\0\", [NotInPrompt, CallerMemberName] string? h = null); }")]

    // Names.
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<Card> AskAsync(); } public sealed record Card(string A); public static class Box { [Tool(\"a\")] public static async Task<string> Get(string @await, string Answers, string call, string CheckGetA, [MinLength(1)] string a, string InvokeGet, string Tools) { await Task.Yield(); return a; } }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<Card> AskAsync(); } public sealed record Card(string A); public static class Box { [Tool(\"a\")] public static string[] Answers(string q) => []; [Tool(\"a\")] public static string[] Schemas(string q) => []; [Tool(\"a\")] public static string[] Tools(string q) => []; [Tool(\"a\")] public static string[] InvokeTools(string q) => []; }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<Card> Tools(); [Prompt(\"{a}\"), Tools(typeof(Box))] Task<Card> Tools(string a); [Prompt(\"{a}\")] Task<Card> Schemas(int a); [Prompt(\"a\")] Task<Card> Schemas(); [Embed] Task<float[]> Embeddings(string text); [Embed] Task<float[]> Embeddings(string text, CancellationToken token); } public sealed record Card([property: RegularExpression(\"a\")] string A); public static class Box { [Tool(\"a\")] public static string Get(string q) => q; }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{#each items as NameOfTone}{tone}{NameOfTone}{/each}{#each items as WriteAskAsync}{WriteAskAsync}{/each}{#each items as TWriter}{TWriter}{/each}{#each items as writer}{writer}{/each}{#each items as var}{var}{/each}{#each items as Card}{Card}{/each}\")] Task<Card> AskAsync(List<string> items, Tone tone); } public enum Tone { A } public sealed record Card(string A);")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{nameof}{from}{var}{value}{field}{yield}{await}{TWriter}{request}{_}\")] Task<string> nameof(string nameof, string from, string var, string value, string field, string yield, string await, string TWriter, string request, string _); [Prompt(\"a\"), Tools(typeof(Box))] Task<string> typeofs([ConversationKey] string client); } public static class Box { [Tool(\"a\")] public static string Get(string q) => q; }")]
    [InlineData("public sealed class Box { [Tool(\"a\")] public string Get(string Create, string instance, string Tools) => \"\"; } [ToolSetOf(typeof(Box))] public static partial class BoxTools { private static string nameof(object value) => \"\"; private static int Answers => 1; private static string Tools() => nameof(Answers); public static string Both() => Tools(); }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<Card> AskAsync(); } public sealed record Card(string A); public sealed class Box { [Tool(\"a\")] public async Task<string> @await(string @await, string @async) { await Task.Yield(); return @await; } [Tool(\"b\")] public Task nameof(string var, string dynamic, string field) => Task.CompletedTask; } [ToolSetOf(typeof(Box))] public static partial class BoxTools;")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{Größe}{名}\")] Task<Ответ> СпроситьAsync(int Größe, string 名); } public sealed record Ответ(string 題名, [property: RegularExpression(\"a\")] string Ünï);")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{class}{event}\")] Task<@record> @return(string @class, string @event); } public sealed record @record(string @class, @enum @if); public enum @enum { @true, @null }")]
    [InlineData("namespace System.GeminiGen { } namespace Task.Threading { public interface Task { } [global::GeminiGen.GeminiPrompts] public interface IDesk { [global::GeminiGen.Prompt(\"{a}\")] global::System.Threading.Tasks.Task<String> AskAsync(string a); } public sealed record String(Int32 A); public sealed record Int32(string B); }")]

    // Empty arrays that are none.
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{#each a as x}{x}{:empty}none{/each}{#if a}some{/if}{#if !a}none{/if}{#each b as x}{x}{/each}{#if b}some{/if}{#if !b}no{/if}\")] Task<Card> AskAsync([MinLength(1)] ImmutableArray<string> a, [MaxLength(1)] ImmutableArray<int>? b); } public sealed record Card(string A, [property: MaxLength(2)] ImmutableArray<string> Tags = default, [property: MaxLength(2)] ImmutableArray<Inner>? More = null, ImmutableArray<Inner> Rest = default); public sealed record Inner([property: MaxLength(3)] string A);")]

    // Collections.
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); [Prompt(\"a\")] Task<Tree> GrowAsync(); } public sealed record Card(ImmutableSortedSet<string> A, ImmutableSortedSet<int> B, ReadOnlyCollection<string> C, ObservableCollection<int> D, FrozenSet<string> E, IImmutableList<int> F, IImmutableSet<string> G, ImmutableSortedDictionary<string, int> H, ImmutableSortedDictionary<Kind, string> I, FrozenDictionary<string, string?> J, ReadOnlyDictionary<Kind, int> K, ConcurrentDictionary<string, int> L); public enum Kind { A, B } public sealed record Tree(string A, ImmutableSortedSet<string>? B, FrozenDictionary<string, Tree> C, ReadOnlyCollection<Tree> D, IImmutableList<Tree> E, ImmutableSortedDictionary<string, Tree> F, ReadOnlyDictionary<string, Tree> G, ConcurrentDictionary<string, Tree> H);")]

    // Shapes of types.
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Box<Pair<string, int>[]>> AskAsync(); [Prompt(\"a\")] Task<Outer<int>.Inner<string>> TellAsync(); } public sealed record Box<T>(T Value) where T : notnull; public sealed record Pair<TA, TB>(TA A, TB B); public static class Outer<T> { public sealed record Inner<TB>(T A, TB B); }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{a}\")] Task<Card> AskAsync(Money a); } public sealed class Card(string title, int pages = 3) { public string Title { get; } = title; public int Pages => pages; public required string Must { get; init; } public string? May { get; init; } } public readonly record struct Money(decimal Amount) : IFormattable { public string ToString(string? format, IFormatProvider? provider) => \"\"; }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed record Card(string A, int B) { public Card(string a) : this(a, 1) { } [JsonConstructor] public Card(int b, string a) : this(a, b) { } }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public record Base { public virtual string A { get; init; } = \"\"; public required int B { get; init; } } public sealed record Card : Base { public override string A { get; init; } = \"x\"; public Card Copy() => this with { B = 2 }; }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public struct Card { public Card() { A = \"x\"; } public string A { get; set; } public readonly int B { get; init; } public Inner C { get; set; } public struct Inner { public int? D { get; init; } } }")]
    [InlineData("using Alias = System.Collections.Generic.List<(int Number, string Name)>; [GeminiPrompts] public interface IDesk { [Prompt(\"{#each a as x}{x.Number}{x.Name}{/each}\")] Task<string> AskAsync(Alias a); }")]
    [InlineData("using Card = Cards.Card; [GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } namespace Cards { public sealed record Card(string A); }")]
    [InlineData("#nullable disable\n[GeminiPrompts] public interface IDesk { [Prompt(\"{a}{b.A}{#each c as x}{x}{/each}\")] Task<Card> AskAsync(string a, Card b, List<string> c, string d = null, CancellationToken e = default); [Prompt(\"a\")] IAsyncEnumerable<Card> Tell(); } public class Card { public string A { get; set; } public List<string> B { get; set; } public Dictionary<string, Card[]> C { get; set; } }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{a}\")] Task<string> AskAsync(string a, [NotInPrompt] dynamic? b = null); }")]

    // Functions.
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box<int>), typeof(Outer<Pair<string>>.Inner))] Task<string> AskAsync(); } public sealed class Box<T> { [Tool(\"a\", Name = \"x\")] public T Get(T value) => value; } public static class Outer<T> { public static class Inner { [Tool(\"a\")] public static T[] Give(in T value, CancellationToken token) => [value]; } } public sealed record Pair<T>(T A);")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<string> AskAsync(); } public abstract class Base { [Tool(\"a\")] public abstract string Get(string city); [Tool(\"b\")] public virtual string Give(this_ value) => \"\"; } public class Box : Base, IBox { public override string Get(string city) => city; [Tool(\"c\")] public new string ToString() => \"\"; string IBox.Take(string a) => a; } public interface IBox { [Tool(\"d\")] string Take(string a); [Tool(\"e\")] string Keep(string a) => a; [Tool(\"f\")] static string Drop(string a) => a; } public sealed record this_(string @this);")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<string> AskAsync(); } public static class Box { [Tool(\"a\")] public static string Shout(this string city, params string[] more) => city; [Tool(\"b\")] public static ValueTask<int?> Count(int? a = null, string? b = null) => new(a); [Tool(\"c\")] public static async ValueTask Wait() => await Task.Yield(); }")]

    // Interfaces.
    [InlineData("[GeminiPrompts] public interface IDesk : IBase<Card>, IOther { [Prompt(\"a\")] Task<string> AskAsync(); Task<string> TwiceAsync() => AskAsync(); static string Name => \"x\"; private string Own() => Name + Own(); protected string Guarded() => Own(); sealed string Sealed() => Guarded(); } public interface IBase<T> { [Prompt(\"{a}\")] Task<T> BaseAsync(T a, [NotInPrompt] List<T?>? b = default); } public interface IOther : IBase<Card> { } public sealed record Card(string A) : IFormattable { string IFormattable.ToString(string? format, IFormatProvider? provider) => A; }")]
    [InlineData("[GeminiPrompts] public interface IDesk : IA, IB { } public interface IA { [Prompt(\"a\")] Task<string> AskAsync([Optional, DefaultParameterValue(\"1\")] string a, [Optional, DateTimeConstant(5L)] [NotInPrompt] DateTime b); } public interface IB { [Prompt(\"b{a}\")] Task<string> AskAsync(string a = \"2\", [NotInPrompt] DateTime b = default); }")]
    [InlineData("[GeminiPrompts] public interface IDesk : IA { [Prompt(\"b\")] new Task<string> AskAsync(); Task<string> IA.AskAsync() => AskAsync(); } public interface IA { Task<string> AskAsync(); }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"{a}\")] protected Task<string> AskAsync(string a); [Prompt(\"{a}\")] internal Task<string> TellAsync(string a); }")]
    [InlineData("public static partial class Outer { internal partial struct Inner { [GeminiPrompts] internal interface IDesk { [Prompt(\"{a}\")] Task<Card> AskAsync(Tone a); internal sealed record Card(Tone A); internal enum Tone { A } } } }")]
    [InlineData("public partial record Outer<T>; public partial record Outer { [GeminiPrompts] private protected interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } private protected sealed record Card(string A); }")]
    public void Are_served(string source) => MustBeServed(source);

    [Theory]
    [InlineData("GG0017", "public sealed class Box { [Tool(\"a\")] public string Get(object q) => \"\"; [Tool(\"b\")] public string Give(int q) => \"\"; } [ToolSetOf(typeof(Box))] public static partial class BoxTools; public static class Use { public static ToolSet Make() => BoxTools.Create(new Box()); }")]
    [InlineData("GG0017", "public static class Box { [Tool(\"a\")] public static string Get(object q) => \"\"; } [ToolSetOf(typeof(Box))] public static partial class BoxTools; public static class Use { public static ToolSet Make() => BoxTools.Create(); }")]
    [InlineData("GG0017", "public static class Box { [Tool(\"a\")] public static string Get(int q) => \"\"; [Tool(\"a\")] public static string Get(string q) => \"\"; } [ToolSetOf(typeof(Box))] public static partial class BoxTools; public static class Use { public static ToolSet Make() => BoxTools.Create(); }")]
    [InlineData("GG0001", "[Obsolete(\"No.\", true), GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<string> AskAsync(); }")]
    [InlineData("GG0001", "namespace App.Inner { [GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<string> AskAsync(); } } namespace App { public sealed class var { } }")]
    [InlineData("GG0001", "public partial class Outer { [GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<string> AskAsync(); } public sealed class var { } }")]
    [InlineData("GG0017", "public static class Box { [Tool(\"a\")] public static string Get(string q) => q; } [ToolSetOf(typeof(Box))] public static partial class BoxTools; public enum var { A }")]
    [InlineData("GG0003", "[GeminiPrompts] public interface IDesk { [Obsolete(\"No.\", true), Prompt(\"a\")] Task<string> AskAsync([NotInPrompt] Old old); } [Obsolete(\"No.\", true)] public sealed record Old(string A);")]
    [InlineData("GG0002", "[GeminiPrompts] public interface IDesk { [Obsolete(\"No.\", true), Prompt(\"a\")] Task<List<Old>> AskAsync(); } [Obsolete(\"No.\", true)] public sealed record Old(string A);")]
    [InlineData("GG0010", "[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed class Card { public string A { get; set; } = \"\"; [Obsolete(\"No.\", true)] public required string B { get; set; } [Obsolete(\"No.\")] public static Card New() => new() { B = \"\" }; }")]
    [InlineData("GG0010", "[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed class Card { public string A { get; set; } = \"\"; public string? C { get; [Obsolete(\"No.\", true)] init; } }")]
    [InlineData("GG0017", "[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<string> AskAsync(); } public static class Box { [Tool(\"a\"), Obsolete(\"No.\", true)] public static string Get() => \"\"; }")]
    [InlineData("GG0003", "[GeminiPrompts] public unsafe interface IDesk { [Prompt(\"{b}\")] Task<string> AskAsync(int* a, string b); }")]
    [InlineData("GG0003", "[GeminiPrompts] public unsafe interface IDesk { [Prompt(\"{b}\")] Task<string> AskAsync(delegate*<int*, void> a, string b); }")]
    [InlineData("GG0003", "[GeminiPrompts] public unsafe interface IDesk { [Prompt(\"{b}\")] Task<string> AskAsync([NotInPrompt] List<int*[]> a, string b); }")]
    [InlineData("GG0003", "[GeminiPrompts] public unsafe interface IDesk { [Embed] Task<float[]> EmbedAsync(string text, int* a); }")]
    [InlineData("GG0002", "[GeminiPrompts] public unsafe interface IDesk { [Prompt(\"a\")] int* Ask(); }")]
    [InlineData("GG0001", "[GeminiPrompts] public unsafe interface IDesk { int* P { get; set; } int this[int* a] { get; } event Action<int*[]> E; }")]
    [InlineData("GG0001", "[GeminiPrompts] public unsafe interface IDesk { [Prompt(\"a\")] Task<T> Ask<T>(int* a); static abstract int* S(int* a); }")]
    [InlineData("GG0003", "[GeminiPrompts] public interface IDesk { [Prompt(\"{b}\")] Task<string> AskAsync([NotInPrompt] Span<char> a, string b); }")]
    [InlineData("GG0003", "[GeminiPrompts] public interface IDesk { [Prompt(\"{b}\")] Task<string> AskAsync(string b, scoped ReadOnlySpan<char> a); [Prompt(\"{b}\")] Task<string> TellAsync(string b, scoped ref ReadOnlySpan<char> a, scoped in Span<int> c, out Span<int> d); [Prompt(\"{b}\")] Task<string> SayAsync(in string b, ref readonly int c, scoped ref int d); }")]
    [InlineData("GG0001", "[GeminiPrompts] public interface IDesk { static abstract string Name { get; set; } static abstract IDesk operator +(IDesk a, IDesk b); }")]
    [InlineData("GG0001", "[GeminiPrompts] public interface IDesk { static abstract string Name { get; set; } static abstract Task<string> AskAsync(); static abstract event Action E; event Action F; string this[int a, [AllowNull] string b] { get; init; } ref readonly int R { get; } ref int M(); }")]
    [InlineData("GG0017", "[GeminiPrompts] public unsafe interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<string> AskAsync(); } public static unsafe class Box { [Tool(\"a\")] public static string Get([ToolService] int* a) => \"\"; }")]
    [InlineData("GG0009", "[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed record Card(Queue<int> A, Stack<string> B, LinkedList<int> C, BlockingCollection<int> D, ReadOnlyObservableCollection<int> E);")]
    [InlineData("GG0017", "[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<string> AskAsync(); } file static class Box { [Tool(\"a\")] public static string Get() => \"\"; }")]
    [InlineData("GG0017", "[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box<>))] Task<string> AskAsync(); } public static class Box<T> { [Tool(\"a\")] public static string Get() => \"\"; }")]
    [InlineData("GG0010", "[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } [JsonDerivedType(typeof(A), \"a\")] public abstract record Card; file sealed record A(int B) : Card;")]
    [InlineData("GG0009", "[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Half> AskAsync(); }")]
    public Task Are_refused(string id, string source) => MustBeRefused(id, source);

    /// <summary>Contracts that the compiler under test may be too old for.</summary>
    public static TheoryData<string> NewerContracts => FindKnown(
    [
        (1200, "[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed class Card(string a) { public string A { get; } = a; public Card(int b) : this(\"\") => _ = b; [JsonConstructor] public Card(string a, int b) : this(a) => B = b; public int B { get; } }"),
        (1300, "[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public partial class Card { public partial string A { get; set; } } public partial class Card { private string _a = \"\"; public partial string A { get => _a; set => _a = value; } }"),
        (1400, "[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); } public sealed class Card { public string A { get; [param: AllowNull] set => field = value ?? \"\"; } = \"\"; public string this[int index] => A; public static string S { get; set; } = \"\"; public event Action? E { add { } remove { } } }"),
        (1300, "[GeminiPrompts] public interface IDesk { [Prompt(\"{#each a as x}{x}{/each}\")] Task<string> AskAsync(params List<string> a); [Prompt(\"{#each a as x}{x}{/each}\")] Task<string> TellAsync(params IEnumerable<int> a); }"),
        (1400, "[GeminiPrompts] public interface IDesk { [Prompt(\"a\"), Tools(typeof(Box))] Task<string> AskAsync(); } public static class Box { extension(string city) { [Tool(\"a\")] public string Shout(int times) => city + times; } }"),
    ]);

    /// <summary>Contracts that are refused, and that the compiler under test may be too old for.</summary>
    public static TheoryData<string> NewerRefusedContracts => FindKnown(
    [
        (1200, "[GeminiPrompts] public interface IDesk { [Prompt(\"{b}\")] Task<string> AskAsync(string b, ref readonly int a); }"),
        (1300, "[GeminiPrompts] public interface IDesk { [Prompt(\"{b}\")] Task<string> AskAsync(string b, [NotInPrompt] params ReadOnlySpan<char> a); }"),
        (1300, "[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<string> AskAsync<T>(T a) where T : allows ref struct; [Prompt(\"a\")] Task<string> B<T, U>(T? a, U? b) where T : class, new() where U : unmanaged; [Prompt(\"a\")] Task<string> C<T, U>(T? a, U? b) where T : IComparable<T>? where U : notnull, Enum; }"),
    ]);

    [Theory]
    [MemberData(nameof(NewerContracts))]
    public void Are_served_in_newer_versions_of_the_language(string source) => MustBeServed(source);

    [Theory]
    [MemberData(nameof(NewerRefusedContracts))]
    public Task Are_refused_in_newer_versions_of_the_language(string source) => MustBeRefused("GG000", source);

    private static TheoryData<string> FindKnown((int Version, string Source)[] contracts)
        => [.. contracts.Where(static contract => Enum.IsDefined((LanguageVersion)contract.Version)).Select(static contract => contract.Source)];

    private static async Task MustBeRefused(string id, string source)
    {
        ConsumerProject project = new(Head + source) { AllowsUnsafe = true };
        GeneratorDriverHarness harness = new(new PromptGenerator(), project);
        CSharpCompilation compilation = project.Compile();
        GeneratorRun run = harness.Run(compilation);
        Diagnostic[] errors = [.. run.Output.GetDiagnostics().Where(static problem => problem.DefaultSeverity == DiagnosticSeverity.Error)];
        Assert.True(errors.Length == 0, CompilationChecks.Describe(errors));

        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new PromptInterfaceAnalyzer()], new AnalyzerOptions([], harness.Config)).GetAnalyzerDiagnosticsAsync();
        Assert.Contains(found, problem => problem.Id.StartsWith(id, StringComparison.Ordinal) && problem.DefaultSeverity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(found, static problem => problem.Id == "AD0001");
    }

    private static void MustBeServed(string source)
    {
        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), new ConsumerProject(Head + source));

        run.Output.MustCompileWithoutWarning();
        Assert.NotEmpty(run.AllText);
        Assert.DoesNotContain(run.AllText.Split('\n'), static line => line.Contains("throw new global::System.NotSupportedException(", StringComparison.Ordinal));
    }
}
