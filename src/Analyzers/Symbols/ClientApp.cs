using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Symbols;

/// <summary>Tells whether a project becomes an app that its users hold in their hands, and of which kind, by what it references.</summary>
internal static class ClientApp
{
    private static readonly (string Assembly, string Name)[] Frameworks =
    [
        ("Microsoft.AspNetCore.Components.WebAssembly", "Blazor WebAssembly"),
        ("Microsoft.Maui", "MAUI"),
        ("Microsoft.Maui.Controls", "MAUI"),
        ("UnityEngine", "Unity"),
        ("UnityEngine.CoreModule", "Unity"),
        ("PresentationFramework", "WPF"),
        ("System.Windows.Forms", "Windows Forms"),
    ];

    /// <summary>The framework's name; null for servers, tools and libraries.</summary>
    public static string? NameOf(Compilation compilation)
    {
        string? name = null;
        foreach (AssemblyIdentity reference in compilation.ReferencedAssemblyNames)
        {
            // A server that hosts such an app references it and its framework.
            if (reference.Name is "Microsoft.AspNetCore.Hosting" or "Microsoft.AspNetCore" or "Microsoft.AspNetCore.Components.WebAssembly.Server")
            {
                return null;
            }

            foreach ((string assembly, string framework) in Frameworks)
            {
                name = name is null && reference.Name == assembly ? framework : name;
            }
        }

        return name;
    }
}
