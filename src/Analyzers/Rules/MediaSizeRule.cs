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

        // Base64 adds one third.
        long sent = (length + 2) / 3 * 4;
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
}
