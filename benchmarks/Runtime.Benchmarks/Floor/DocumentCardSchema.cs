namespace GeminiGen.Benchmarks.Floor;

/// <summary>The response schema of <see cref="DocumentCard"/>.</summary>
internal static class DocumentCardSchema
{
    internal static ReadOnlySpan<byte> Json =>
        """{"type":"object","properties":{"title":{"type":"string"},"kind":{"type":"string","enum":["Letter","Report","Invoice"]},"pages":{"type":"integer"},"score":{"type":"number"},"topics":{"type":"array","items":{"type":"string"}},"author":{"type":["string","null"]}},"required":["title","kind","pages","score","topics","author"]}"""u8;
}
