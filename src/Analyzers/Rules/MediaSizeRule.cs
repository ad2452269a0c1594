using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG3007 and GG3010: bytes of known length make a request that is, or may be, too large to be sent inline.</summary>
internal static class MediaSizeRule
{
    private const string Pdf = "application/pdf";

    /// <summary>Checks the bytes of one part.</summary>
    public static void Check(InlineBytes bytes, Action<Diagnostic> report)
    {
        if (bytes.Length is not { } length)
        {
            return;
        }

        long sent = Sent(length);
        long limit = bytes.MimeType == Pdf ? ApiLimits.PdfBytes : ApiLimits.InlineRequestBytes;
        bool isRefused = bytes.MimeType == Pdf ? length > limit : sent > limit;
        DiagnosticDescriptor? descriptor = isRefused ? Descriptors.MediaAboveLimit
            : sent > ApiLimits.CautiousInlineRequestBytes ? Descriptors.MediaLarge
            : null;
        if (descriptor is not null)
        {
            report(Diagnostic.Create(descriptor, bytes.Place.Syntax.GetLocation(), length, sent, isRefused ? limit : ApiLimits.CautiousInlineRequestBytes));
        }
    }

    /// <summary>Checks the test of a size before bytes of unknown length are sent: what it lets through has to fit.</summary>
    public static void CheckBound(SyntaxNode member, SemanticModel model, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (SizeTests.BoundIn(member, model, cancellationToken) is var (place, bound) && Sent(bound) > ApiLimits.CautiousInlineRequestBytes)
        {
            long limit = Sent(bound) > ApiLimits.InlineRequestBytes ? ApiLimits.InlineRequestBytes : ApiLimits.CautiousInlineRequestBytes;
            report(Diagnostic.Create(Descriptors.MediaBoundLarge, place.GetLocation(), bound, Sent(bound), limit));
        }
    }

    // Base64 adds one third.
    private static long Sent(long length) => (length + 2) / 3 * 4;
}
