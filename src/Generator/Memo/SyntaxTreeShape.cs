using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Generator.Memo;

/// <summary>What a file shows to declarations elsewhere: its text without the bodies of its methods, and the names in it.</summary>
internal sealed class SyntaxTreeShape
{
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxTreeShape> Shapes = new();
    private readonly DeclarationOutline _outline;
    private string[]? _mentions;

    private SyntaxTreeShape(ulong text, DeclarationOutline outline)
    {
        Text = text;
        _outline = outline;
    }

    /// <summary>A number of the text without bodies.</summary>
    public ulong Text { get; }

    /// <summary>A number of what can change what a name in any other file means: namespaces, names of types, global usings, attributes of the assembly.</summary>
    public ulong Surface => _outline.Surface;

    /// <summary>The names of the types that the file declares, nested ones too.</summary>
    public IReadOnlyList<string> TypeNames => _outline.TypeNames;

    /// <summary>The names in global usings and in attributes of the assembly, which every file may depend on.</summary>
    public IReadOnlyList<string> SharedMentions => _outline.SharedMentions;

    /// <summary>Computes the shape once per tree.</summary>
    public static SyntaxTreeShape Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Shapes.TryGetValue(tree, out SyntaxTreeShape? shape))
        {
            SyntaxNode root = tree.GetRoot(cancellationToken);
            DeclarationOutline outline = DeclarationOutline.Read(root);
            SyntaxTreeShape computed = new(HashText(tree.GetText(cancellationToken), outline.Bodies), outline);
            shape = Shapes.GetValue(tree, _ => computed);
        }

        return shape;
    }

    /// <summary>The names that the file's declarations mention; read when first asked for.</summary>
    public IReadOnlyList<string> GetMentions(SyntaxTree tree, CancellationToken cancellationToken)
        => _mentions ??= MentionReader.Read(tree.GetRoot(cancellationToken), _outline.Bodies, cancellationToken);

    private static ulong HashText(SourceText text, IReadOnlyList<TextSpan> bodies)
    {
        var hash = new ShapeHash();
        int position = 0;
        foreach (TextSpan body in bodies)
        {
            hash.Add(text, TextSpan.FromBounds(position, body.Start));
            position = body.End;
        }

        hash.Add(text, TextSpan.FromBounds(position, text.Length));
        return hash.Value;
    }
}
