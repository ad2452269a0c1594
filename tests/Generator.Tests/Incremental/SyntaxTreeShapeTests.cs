using GeminiGen.Generator.Memo;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Incremental;

/// <summary>What counts as a change of a file: everything but what stands in method bodies.</summary>
public sealed class SyntaxTreeShapeTests
{
    private const string Source = """
        using System;
        Console.WriteLine("top");
        namespace Space
        {
            [Obsolete("a")]
            public class Type(int p)
            {
                private const string Text = "constant";
                public Type() : this(1) { Body(1); }
                public int Property { get { return 1; } set { _ = value; } }
                public int Arrow => 2;
                public int Auto { get; set; } = 3;
                public int this[int i] { get => 4; }
                public event Action E { add { } remove { Body(5); } }
                public static int operator +(Type a, Type b) { return 6; }
                ~Type() { Body(7); }
                private void Body(int i) { if (i > 8) { Body(i); } }
                private int Short(int i = 9) => 10;
                private class Inner { void M() { int local = 11; } }
            }
        }
        """;

    [Theory]
    [InlineData("\"top\"", "\"other\"")]
    [InlineData("return 1;", "return 100;")]
    [InlineData("_ = value", "_ = value + 1")]
    [InlineData("get => 4", "get => 40")]
    [InlineData("Body(5)", "Body(50)")]
    [InlineData("return 6;", "return new();")]
    [InlineData("Body(7);", "")]
    [InlineData("i > 8", "i > 80")]
    [InlineData("=> 10", "=> 100")]
    [InlineData("local = 11", "local = 12")]
    [InlineData("Body(1);", "/* remark */")]
    public void Bodies_do_not_count(string before, string after) => Assert.Equal(Shape(Source), Shape(Replace(before, after)));

    [Theory]
    [InlineData("\"a\"", "\"b\"")]
    [InlineData("\"constant\"", "\"Constant\"")]
    [InlineData("this(1)", "this(2)")]
    [InlineData("int p", "long p")]
    [InlineData("Auto { get; set; }", "Auto { get; }")]
    [InlineData("get { return 1; } ", "")]
    [InlineData("= 3", "= 30")]
    [InlineData("i = 9", "i = 90")]
    [InlineData("using System;", "using global::System;")]
    [InlineData("private class Inner", "private struct Inner")]
    [InlineData("void M()", "void N()")]
    [InlineData("int local = 11;", "int local = 11; }")]
    [InlineData("int local = 11;", "\n#nullable disable\n")]
    [InlineData("int local = 11;", "\n#if A\n#endif\n")]
    public void Everything_else_counts(string before, string after) => Assert.NotEqual(Shape(Source), Shape(Replace(before, after)));

    [Fact]
    public void Texts_moved_across_a_body_count()
    {
        Assert.NotEqual(Shape("class A { void M() { } int x; }"), Shape("class A { int x; void M() { } }"));
        Assert.NotEqual(Shape("class A { void M() { } void N() { } }"), Shape("class A { void M() { } }"));
    }

    [Fact]
    public void Long_texts_are_read_to_their_end()
    {
        string text = "class A { const string Text = \"" + new string('a', 20_000) + "\"; }";

        Assert.NotEqual(Shape(text), Shape(text.Replace("a\"; }", "b\"; }", StringComparison.Ordinal)));
    }

    private static string Replace(string before, string after)
    {
        Assert.Contains(before, Source, StringComparison.Ordinal);
        return Source.Replace(before, after, StringComparison.Ordinal);
    }

    private static ulong Shape(string text) => SyntaxTreeShape.Of(CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest)), CancellationToken.None).Text;
}
