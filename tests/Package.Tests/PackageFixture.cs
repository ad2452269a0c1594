namespace GeminiGen.Package.Tests;

/// <summary>Packs once, restores every consumer once.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geminigen-package-").FullName;
    private PackedPackage? _package;
    private PackedPackage? _emulator;
    private PackedPackage? _extensions;
    private PackedPackage? _testing;
    private PackedPackage? _tool;
    private Consumers? _consumers;

    /// <summary>The package <c>GeminiGen</c>.</summary>
    internal PackedPackage Package => _package ?? throw new InvalidOperationException("Not packed.");

    /// <summary>The package <c>GeminiGen.Emulator</c>.</summary>
    internal PackedPackage Emulator => _emulator ?? throw new InvalidOperationException("Not packed.");

    /// <summary>The package <c>GeminiGen.Extensions.AI</c>.</summary>
    internal PackedPackage Extensions => _extensions ?? throw new InvalidOperationException("Not packed.");

    /// <summary>The package <c>GeminiGen.Testing</c>.</summary>
    internal PackedPackage Testing => _testing ?? throw new InvalidOperationException("Not packed.");

    /// <summary>The package <c>GeminiGen.Cli</c>.</summary>
    internal PackedPackage Tool => _tool ?? throw new InvalidOperationException("Not packed.");

    /// <summary>Projects that reference the package.</summary>
    internal Consumers Consumers => _consumers ?? throw new InvalidOperationException("Not restored.");

    async Task IAsyncLifetime.InitializeAsync()
    {
        string feed = Path.Combine(_folder, "feed");
        string version = PackedPackage.NewVersion();
        _package = await PackedPackage.PackAsync("src/Runtime", "GeminiGen", version, feed);
        _emulator = await PackedPackage.PackAsync("src/Emulator", "GeminiGen.Emulator", version, feed);
        _extensions = await PackedPackage.PackAsync("src/Extensions.AI", "GeminiGen.Extensions.AI", version, feed);
        _testing = await PackedPackage.PackAsync("src/Testing", "GeminiGen.Testing", version, feed);
        _tool = await PackedPackage.PackAsync("src/Cli", "GeminiGen.Cli", version, feed);
        _consumers = await Consumers.RestoreAsync(Path.Combine(_folder, "consumers"), _package);
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
