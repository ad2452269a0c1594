using GeminiGen.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts recorders below registered clients.</summary>
public static class GeminiRecorderExtensions
{
    /// <summary>Records and replays what the registered <see cref="GeminiGen.GeminiClient"/> sends. In replays it needs no key.</summary>
    /// <param name="builder">What <c>AddGeminiGen</c> returned.</param>
    /// <param name="recorder">The recorder; it stays the caller's to dispose.</param>
    /// <returns>The same builder.</returns>
    public static GeminiGen.GeminiGenBuilder AddRecorder(this GeminiGen.GeminiGenBuilder builder, GeminiRecorder recorder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(recorder);
        builder.HttpClient.AddHttpMessageHandler(() => recorder.CreateHandler());
        builder.Services.PostConfigure<GeminiGen.GeminiOptions>(GeminiRecorder.SetKey);
        return builder;
    }
}
