using GeminiGen.Emulator;

namespace GeminiGen.Cli;

/// <summary>What stands on the screen when the emulator runs.</summary>
internal static class EmulatorBanner
{
    /// <summary>Writes where the emulator is and how clients find it. A key of the user's own is not repeated.</summary>
    public static void Write(TextWriter output, GeminiEmulator emulator, bool ownKey)
    {
        string address = emulator.BaseAddress.AbsoluteUri.TrimEnd('/');
        string key = ownKey ? "<the key of --key>" : emulator.ApiKey;
        output.WriteLine($"""
            The Gemini emulator listens on {address}

            Point clients at it:
              export GOOGLE_GEMINI_BASE_URL={address}
              export GEMINI_API_KEY={key}
              OpenAI clients: base URL {address}/v1beta/openai/

            Last calls in the browser: {address}/
            The same as JSON:          {address}/admin

            Ctrl-C ends it.
            """);
    }
}
